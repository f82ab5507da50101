import { linesOf, replaceEnvironment, runCli } from '../captured-io';
import { GOOD, refused, replay, SONNET, TPM, toLine, toLines, toQuotasFile, US } from './incident';

const ok = JSON.stringify(GOOD);

beforeEach(() => replaceEnvironment({}));

describe('forms of the same line', () => {
  const spelled = (at: string) => JSON.stringify({ ...GOOD, at });
  test.each([
    ['as it is', ok],
    ['blank lines, CRLF', `\r\n\n${ok}\r\n   \n`],
    ['a byte order mark', `\uFEFF${ok}\n`],
    ['an array', `\uFEFF [\n${ok}\n]\n`],
    ['null for no point', JSON.stringify({ ...GOOD, throttles: null, serverErrors: null, cacheRead: null })],
    ['seconds', spelled('2026-10-14T14:32:59.999Z')],
    ['no seconds', spelled('2026-10-14T14:32Z')],
    ['an offset', spelled('2026-10-14T11:32:00-03:00')],
    ['an offset over midnight', spelled('2026-10-15T04:32:30+14:00')],
    ['an offset without colon', spelled('2026-10-14T20:02:00+0530')],
    ['as Python prints a time', spelled('2026-10-14 14:32:00+00:00')],
  ])('%s', async (_, lines) => {
    const { byId, document, error } = await replay({ lines });
    expect(error).toBe('');
    expect(document.evaluatedAt).toBe('2026-10-14T14:33:00Z');
    expect(byId[`utilization/${TPM}`]?.usage).toMatchObject({ value: 500, at: '2026-10-14T14:32:00Z' });
  });

  test('keys that mean nothing are ignored with one note', async () => {
    const lines = toLines([
      { ...GOOD, note: 'x' },
      { ...toLine('14:31', US, {}), Throttles: 5, note: 'y' },
    ]);
    const { byId, error } = await replay({ lines });
    expect(Object.keys(byId).filter((id) => id.startsWith('throttled/'))).toEqual([]);
    expect(linesOf(error)).toEqual([
      'quota-watchdog: note: lines: ignored Throttles, note; the keys that count are at, modelId, endpoint, invocations, ' +
        'throttles, clientErrors, serverErrors, input, output, cacheRead, cacheWrite, estimatedTpm',
    ]);
  });

  test('standard input', async () => {
    const texts = { '-': ok, quotas: toQuotasFile() };
    const { exitCode, out, error } = await runCli('check --json --replay - --quotas quotas', { texts });
    expect({ exitCode, error, at: JSON.parse(out).evaluatedAt }).toEqual({
      exitCode: 0,
      error: '',
      at: '2026-10-14T14:33:00Z',
    });
  });

  test('the mantle endpoint has series of its own', async () => {
    const { document } = await replay({ lines: toLines([GOOD, { ...GOOD, endpoint: 'mantle' }]) });
    expect(document.coverage).toMatchObject({ mappedModelIds: [US], unmappedModelIds: [US] });
  });
});

describe('bad lines', () => {
  const TIME = 'expected an ISO time with its zone, such as 2026-10-14T14:32:00Z';
  const COUNT = 'expected a number from 0 to 9007199254740991';
  const but = (fields: Record<string, unknown>) => JSON.stringify({ ...GOOD, ...fields });
  test.each([
    ['at 14:32 all was well', 'not JSON: "at 14:32 all was well", expected one JSON object per line'],
    ['{"at":"2026-10-14T14:32:00Z","modelId":"x","input":NaN}', 'not JSON: '],
    ['7', 'it is 7, expected a JSON object'],
    ['null', 'it is null, expected a JSON object'],
    ['"text"', 'it is "text", expected a JSON object'],
    [but({ at: undefined }), `at is missing, ${TIME}`],
    [but({ at: null }), `at is null, ${TIME}`],
    [but({ at: 1_791_988_320 }), `at is 1791988320, ${TIME}`],
    [but({ at: '2026-10-14T14:32:00' }), `at is "2026-10-14T14:32:00", ${TIME}`],
    [but({ at: '2026-02-30T14:32:00Z' }), `at is "2026-02-30T14:32:00Z", ${TIME}`],
    [but({ at: '2026-10-14T14:61:00Z' }), 'at is '],
    [but({ at: 'Wed Oct 14 2026' }), 'at is '],
    [but({ modelId: undefined }), 'modelId is missing, expected the ModelId of the CloudWatch metric'],
    [but({ modelId: ' ' }), 'modelId is " ", '],
    [but({ modelId: 7 }), 'modelId is 7, '],
    [but({ endpoint: 'agent' }), 'endpoint is "agent", expected "runtime" or "mantle"'],
    [but({ throttles: -1 }), `throttles is -1, ${COUNT}`],
    [but({ invocations: '40' }), `invocations is "40", ${COUNT}`],
    [but({ input: true }), `input is true, ${COUNT}`],
    [but({ cacheWrite: [1] }), `cacheWrite is [1], ${COUNT}`],
    [but({ estimatedTpm: -0.5 }), `estimatedTpm is -0.5, ${COUNT}`],
    [but({ output: 2 ** 53 }), `output is 9007199254740992, ${COUNT}`],
    [ok.replace('500', '1e999'), `estimatedTpm is Infinity, ${COUNT}`],
    [but({ at: undefined, serverErrors: {} }), `at is missing, ${TIME}, serverErrors is {}, ${COUNT}`],
    [`{"input":"${'9'.repeat(200)}"}`, '9999…, '],
  ])('%s', async (line, words) => {
    const error = await refused({ lines: `${JSON.stringify(toLine('14:30', US, {}))}\n\n${line}\n` });
    expect(error).toContain(`lines: 1 bad line of 2: line 3: `);
    expect(error).toContain(words);
    expect(error).toMatch(/; docs\/replay\.md describes the format\n$/);
  });

  test('all are counted, the first five named', async () => {
    const lines = [ok, ...Array.from({ length: 7 }, () => '{}'), JSON.stringify(toLine('14:33', US, {}))];
    const error = await refused({ lines: lines.join('\n') });
    expect(error).toContain('lines: 7 bad lines of 9: line 2: ');
    expect(error).toContain('; line 6: ');
    expect(error).not.toContain('line 7');
    expect(error).toContain('; and 2 more; ');
  });

  test('in an array it is the entry that is named', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(await refused({ lines: `{"at":${deep}}` })).toContain('lines: 1 bad line of 1: line 1: at is […]');
    expect(await refused({ lines: `[${ok},\n{}]` })).toContain('lines: 1 bad line of 2: entry 2: at is missing');
    expect(await refused({ lines: `[${ok}` })).toContain('lines begins like a JSON array and is not one');
  });

  test('a minute of a model that is told twice names both lines', async () => {
    const again = JSON.stringify({ ...GOOD, at: '2026-10-14T16:32:40+02:00' });
    expect(await refused({ lines: `${ok}\n\n${JSON.stringify(toLine('14:32', SONNET, {}))}\n${again}` })).toContain(
      `line 4 repeats 2026-10-14T14:32:00Z of ${US} after line 1, expected one line for both`,
    );
  });

  test('no line: no clock without --at, and no traffic with it', async () => {
    expect(await refused({ lines: '\n' })).toContain('lines has no line and so gives no time; add lines, or --at TIME');
    const { error, document } = await replay({ lines: '' }, '--at 2026-10-14T14:33:00Z');
    expect(document.coverage).toMatchObject({ activeModelIds: [] });
    expect(linesOf(error)).toEqual(['quota-watchdog: note: lines has no line: no traffic at 2026-10-14T14:33:00Z']);
  });
});
