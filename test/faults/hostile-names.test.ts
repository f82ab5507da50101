import { CHANNELS, type DeployedWatchdog, deploy, ROWS, RULES, SONNET_ID, setRules, spend } from '../lambda/deployed';

/** What forges a line, steers a terminal, is live in a chat, or turns the direction of text. */
const NAME =
  'x\nAccount 000000000000, us-east-1, 2026-10-14T12:00:00Z\u2028\u001b[31m[click](https://example.com) <!channel> <https://example.com|here> @channel\u202e\u0007';

/** In a text of lines: none but its own, and nothing that cannot be seen. */
const UNSEEN = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

let watchdog: DeployedWatchdog;

beforeEach(async () => {
  const hostile = {
    quotaCode: 'L-1; rm -rf ~ #',
    quotaName: `On-demand model inference tokens per minute for ${NAME}`,
    appliedValue: 0,
    defaultValue: 100_000,
    adjustable: true,
  };
  const known = { ...hostile, quotaCode: 'L-00000001' };
  watchdog = await deploy({ quotas: [...ROWS, hostile, known] }, { ...CHANNELS, ...RULES });
  watchdog.account.addApplicationProfile({ id: 'abcdefgh1234', name: NAME, source: SONNET_ID });
  setRules(watchdog, { mutes: [{ match: { quotaCode: 'L-4A6BFAB1' }, reason: NAME }] });
});

afterEach(() => watchdog.close());

/** All that was said, text by text, for people and for programs. */
function allTexts(): string[] {
  const { account } = watchdog;
  const mails = account.messages.flatMap(({ subject, message }) => [subject, ...Object.values(message)]);
  return [...mails, ...account.events.map((event) => JSON.stringify(event))].filter((text) => text !== undefined);
}

it('names of profiles, quotas and models, reasons and errors: nothing forges, steers or is live', async () => {
  const { account, tick } = watchdog;
  spend(account, '2026-10-14T12:00:00Z', 970_000, { modelId: 'abcdefgh1234', throttles: 3 });
  spend(account, '2026-10-14T12:00:00Z', 7_000, { modelId: `vendor.${NAME}` });
  spend(account, '2026-10-14T12:00:00Z', 7_000, { modelId: '$(reboot)' });
  const run = await tick('2026-10-14T12:02:00Z');
  expect(run.kind === 'failed' && run.message).toContain('cloudwatch:ListMetrics gave');
  for (const time of ['12:05', '12:10', '12:15', '12:20']) await tick(`2026-10-14T${time}:00Z`);
  const texts = allTexts();
  const mails = account.messages.flatMap(({ message: { email } }) => (email === undefined ? [] : [email]));
  expect(mails.join('\n')).toContain('x Account 000000000000');
  for (const text of texts) {
    // A chat's texts have blanks of no width of our own, which keep what is written from being live.
    expect(text.replaceAll('\u200b', '')).not.toMatch(UNSEEN);
    expect(text).not.toContain('rm -rf');
    expect(text).not.toMatch(/identifier \$\(/);
  }
  for (const mail of mails) expect(mail).not.toMatch(/^Account 000000000000/m);
  for (const { content } of watchdog.chat()) {
    const text = `${content.title}\n${content.description}`;
    expect(text).not.toMatch(/\]\(https:\/\/example|<!channel>|<https:\/\/example\.com\||(?<![\p{L}\u200b])@channel/u);
  }
});
