import type { AlertRulesInput } from '../../../lib/core/rules/rules';
import { CHANNELS, type DeployedWatchdog, deploy, RULES, setRules, spend } from '../deployed';

const OWNER = 'arn:aws:sns:us-east-1:111122223333:assistant-team';
const PLATFORM = 'arn:aws:sns:us-east-1:111122223333:platform-team';
const WARNING = 'WARNING 85% tokens/min: Claude Sonnet 4.5 V1, cross-Region, us-east-1';

let watchdog: DeployedWatchdog;

async function start(rules: AlertRulesInput | string, environment: Readonly<Record<string, string>> = {}) {
  watchdog = await deploy({}, { ...RULES, ...environment });
  for (const name of ['assistant-team', 'platform-team']) await watchdog.account.createTopic(name);
  setRules(watchdog, rules);
  return watchdog;
}

afterEach(() => watchdog.close());

const at = (time: string) => `2026-10-14T${time}:00Z`;

/** Runs every five minutes of `[from, until)`. */
async function everyFive(from: string, until: string): Promise<void> {
  for (let time = Date.parse(from); time < Date.parse(until); time += 300_000)
    await watchdog.tick(new Date(time).toISOString());
}

const subjectsTo = (topicArn: string) =>
  watchdog.account.messages.filter((message) => message.topicArn === topicArn).map(({ subject }) => subject);

describe('rules from Parameter Store', () => {
  it('give a quota a threshold of its own', async () => {
    await start({ thresholds: [{ match: { quotaCode: 'L-F4DDD3EB' }, warningPercent: 50 }] });
    spend(watchdog.account, at('12:00'), 600_000);
    await watchdog.tick(at('12:02'));
    expect(watchdog.subjects()).toEqual(['WARNING 60% tokens/min: Claude Sonnet 4.5 V1, cross-Region, us-east-1']);
  });

  it('mute, and what is there when the mute ends opens', async () => {
    const match = { model: 'anthropic.*' };
    await start({ mutes: [{ match, reason: 'a load test', until: at('12:30') }] });
    for (const time of ['12:00', '12:20', '12:28']) spend(watchdog.account, at(time), 850_000);
    await everyFive(at('12:05'), at('12:30'));
    expect(watchdog.subjects()).toEqual([]);
    await everyFive(at('12:30'), at('12:40'));
    expect(watchdog.subjects()).toEqual([WARNING]);
  });

  it('hold back a warning of the night until the morning', async () => {
    await start({ quietHours: [{ from: '12:00', to: '13:00', timeZone: 'UTC' }] });
    for (let minute = 0; minute < 60; minute += 5)
      spend(watchdog.account, at(`12:${String(minute).padStart(2, '0')}`), 850_000);
    await everyFive(at('12:05'), at('13:00'));
    expect(watchdog.subjects()).toEqual([]);
    await watchdog.tick(at('13:00'));
    expect(watchdog.subjects()).toEqual([WARNING]);
    expect(watchdog.account.messages[0]?.message.default).toMatch(/^Since +12:05 UTC$/m);
  });

  it('let a critical one of the night through, and its end', async () => {
    await start({ quietHours: [{ from: '12:00', to: '14:00', timeZone: 'UTC' }] });
    spend(watchdog.account, at('12:00'), 850_000);
    spend(watchdog.account, at('12:10'), 970_000);
    await everyFive(at('12:05'), at('13:30'));
    expect(watchdog.account.messages.map(({ at: time, subject }) => [time, subject.split(' ')[0]])).toEqual([
      [at('12:15'), 'CRITICAL'],
      [at('12:50'), 'RECOVERED'],
    ]);
  });

  it('that change hold within five minutes, without a deployment and in the same process', async () => {
    await start({});
    spend(watchdog.account, at('12:00'), 850_000);
    await watchdog.tick(at('12:02'));
    expect(watchdog.subjects()).toEqual([WARNING]);
    setRules(watchdog, { mutes: [{ match: { quotaCode: 'L-F4DDD3EB' }, reason: 'known' }] });
    spend(watchdog.account, at('12:10'), 970_000);
    await everyFive(at('12:10'), at('13:00'));
    expect(watchdog.subjects()).toEqual([WARNING]);
  });

  it('that are broken are told after ten minutes, those of before hold, also in a new process', async () => {
    await start({ mutes: [{ match: { quotaCode: '*' }, reason: 'known' }] });
    await watchdog.tick(at('12:00'));
    setRules(watchdog, '{"mutes":[{"match":{"quotaCode":"*"}}]}');
    spend(watchdog.account, at('12:04'), 970_000);
    await watchdog.tick(at('12:05'));
    watchdog.crash();
    await everyFive(at('12:10'), at('12:30'));
    expect(watchdog.subjects()).toEqual(['UNKNOWN the watchdog is partly blind: ssm:rules, us-east-1']);
    expect(watchdog.account.messages[0]?.message.default).toContain('mutes[0].reason');
    setRules(watchdog, {});
    await everyFive(at('12:30'), at('13:00'));
    expect(watchdog.subjects().filter((subject) => subject.includes('ssm:rules'))).toEqual([
      'UNKNOWN the watchdog is partly blind: ssm:rules, us-east-1',
      'RECOVERED the watchdog is partly blind: ssm:rules, us-east-1',
    ]);
  });

  it('that are broken are told in the language of the stack to people, and in English to programs', async () => {
    await start('{"mutes":[{"match":{"quotaCode":"L-F4DD"}}],"quiet":[]}', { ...CHANNELS, WATCHDOG_LANGUAGE: 'pt-BR' });
    await everyFive(at('12:00'), at('12:20'));
    expect(watchdog.subjects()).toEqual(['DESCONHECIDO o watchdog esta com visao parcial: ssm:rules, us-east-1']);
    const [mail] = watchdog.account.messages;
    const portuguese =
      '/rules não são usadas, as anteriores continuam em vigor: quiet não é uma chave conhecida; aqui valem: thresholds, mutes, quietHours, owners, digest; mutes[0].match.quotaCode é "L-F4DD"; é preciso um código de cota como L-F4DDD3EB ou um padrão como L-F4*; falta mutes[0].reason; é preciso um motivo de 1 a 256 caracteres';
    const english =
      '/rules are not used, the previous ones stay in force: quiet is not a known key; allowed here: thresholds, mutes, quietHours, owners, digest; mutes[0].match.quotaCode is "L-F4DD"; a quota code such as L-F4DDD3EB or a pattern such as L-F4* is needed; mutes[0].reason is missing; a reason of 1 to 256 characters is needed';
    expect(mail?.message.default?.replace(/\s+/g, ' ')).toContain(portuguese);
    expect(JSON.stringify(watchdog.chat())).toContain('falta mutes[0].reason');
    const [{ finding }] = JSON.parse(mail?.message.lambda ?? '').findings;
    expect(finding.cause.evidence).toEqual([expect.stringContaining(english)]);
  });
});

describe('owners', () => {
  const owners = [
    { match: { model: 'anthropic.*' }, topicArn: OWNER },
    { match: { kind: 'coverage' as const }, topicArn: PLATFORM },
  ];

  it('are told of what is theirs, and the alert topic of everything', async () => {
    await start({ owners });
    spend(watchdog.account, at('12:00'), 850_000);
    spend(watchdog.account, at('12:00'), 1_000, { modelId: 'us.newco.model-1' });
    await watchdog.tick(at('12:02'));
    const [main = ''] = watchdog.subjects();
    expect(main).toMatch(/^WARNING 85% tokens\/min.*\(\+1 more\)$/);
    expect([subjectsTo(OWNER), subjectsTo(PLATFORM)]).toEqual([[WARNING], []]);
  });

  it('one whose topic is refused holds up nobody; the log names it, and the alert topic is told', async () => {
    const gone = 'arn:aws:sns:us-east-1:111122223333:gone';
    await start({ owners: [{ match: { quotaCode: '*' }, topicArn: gone }, ...owners] }, CHANNELS);
    spend(watchdog.account, at('12:00'), 850_000);
    const run = await watchdog.tick(at('12:02'));
    expect(run).toMatchObject({ kind: 'failed', message: expect.stringMatching(/sns:Publish failed .*on .*:gone/) });
    expect([watchdog.subjects(), subjectsTo(OWNER), watchdog.chat().length]).toEqual([[WARNING], [WARNING], 1]);
    await everyFive(at('12:05'), at('12:25'));
    expect(subjectsTo(OWNER)).toEqual([WARNING]);
    expect(watchdog.subjects().slice(1)).toEqual([
      expect.stringMatching(/^UNKNOWN the watchdog is partly blind: sns:Publish arn:aws:sns:us-east-1:.*gone/),
    ]);
    expect(subjectsTo(PLATFORM)).toHaveLength(1);
    await watchdog.account.createTopic('gone');
    await watchdog.tick(at('12:25'));
    expect(subjectsTo(gone)).toEqual([WARNING, expect.stringContaining('partly blind')]);
  });
});

describe('the digest', () => {
  it('comes at its time, once, with what happened since', async () => {
    await start({ digest: { every: 'day', at: '13:00', timeZone: 'UTC' } });
    await watchdog.tick(at('12:00'));
    expect(watchdog.subjects()).toEqual(['DIGEST nothing open, us-east-1']);
    spend(watchdog.account, at('12:03'), 700_000, { throttles: 2 });
    await everyFive(at('12:05'), at('13:00'));
    watchdog.crash();
    await everyFive(at('13:00'), at('13:15'));
    const digests = watchdog.account.messages.filter(({ subject }) => subject.startsWith('DIGEST'));
    expect(digests.map(({ at: time }) => time)).toEqual([at('12:00'), at('13:00')]);
    const text = digests[1]?.message.default ?? '';
    expect(text).toContain('- 70% Claude Sonnet 4.5 V1, cross-Region, tokens/min, 12:03 UTC');
    expect(text).toContain('- 2 Claude Sonnet 4.5 V1, cross-Region');
    expect(text).toMatch(/^Watchdog +\d+ AWS calls, less than \$0\.01/m);
    expect(digests[1]?.attributes).toMatchObject({ events: ['digest'], region: 'us-east-1' });
  });

  it('without the rule never', async () => {
    await start({});
    await everyFive(at('12:00'), at('12:15'));
    expect(watchdog.subjects()).toEqual([]);
  });
});
