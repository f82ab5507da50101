import { closedAfterEach } from '../../closed-after-each';
import { deploy, ROWS, RULES, setRules, spend } from '../deployed';
import { at, clocks, delay, OPENED, ownValue, play, RECOVERED, spendAllDay, TICKS } from './late-player';

const start = closedAfterEach(deploy);

/** The account's pool of ten million tokens a day. */
const POOL = {
  quotaCode: 'L-E3F10727',
  quotaName: 'Cross-Model Max Tokens Per Day',
  appliedValue: 100_000_000,
  defaultValue: null,
  adjustable: false,
};

it.each([
  ['the process ends', true],
  ['the process goes on', false],
])(
  'a run that took late points and failed before it was saved lost none of them: %s',
  async (_, ends) => {
    const watchdog = await start();
    const { account } = watchdog;
    spendAllDay(watchdog, { '14:22': 990_000 });
    delay(watchdog, '14:00', '15:00');
    const denied = { service: 'dynamodb', operation: 'PutItem', kind: 'accessDenied' } as const;
    const heard = await play(watchdog, TICKS, (clock) => {
      if (clock === '15:05') account.faults.add(denied);
      if (clock !== '15:10') return;
      account.faults.clear();
      if (ends) watchdog.crash();
    });
    expect(heard.slice(0, 3)).toEqual([
      `14:15 ${OPENED}`,
      expect.stringMatching(/^15:05 failed: .*dynamodb:PutItem|^15:05 failed: .*not authorized/),
      '15:10 opened utilization/L-F4DDD3EB critical 99',
    ]);
    expect(heard).toContain(`15:25 ${RECOVERED}`);
  },
  60_000,
);

it('late minutes are kept beyond the process that read them: the day is complete', async () => {
  const watchdog = await start({ quotas: [...ROWS, POOL] });
  spendAllDay(watchdog);
  delay(watchdog, '14:00', '15:00');
  await play(watchdog, [...TICKS, '17:35'], (clock) => {
    if (clock === '17:35') watchdog.crash();
  });
  // 240 minutes of 100,000 tokens.
  expect(['17:25', '17:35'].map((clock) => ownValue(watchdog, 'HighestDailyUtilizationPercent', clock))).toEqual([
    24, 24,
  ]);
}, 60_000);

it('the digest counts throttles of late minutes, once', async () => {
  const watchdog = await start({}, RULES);
  setRules(watchdog, { digest: { every: 'day', at: '17:20', timeZone: 'UTC' } });
  spendAllDay(watchdog);
  delay(watchdog, '14:00', '15:00');
  spend(watchdog.account, at('14:20'), 100_000, { throttles: 7, visibleAt: at('14:21') });
  await play(watchdog, [...clocks('13:30', '14:40'), ...clocks('14:40', '17:30', 5)]);
  const digest = watchdog.account.messages.at(-1);
  expect(digest?.attributes).toMatchObject({ events: ['digest'] });
  expect(digest?.message.default).toContain('Throttled calls\n- 7 Claude Sonnet 4.5 V1');
}, 60_000);
