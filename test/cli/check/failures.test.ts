import type { LocalAccount } from '../../../local/account/local-account';
import { startBusyAccount } from '../busy-account';
import { linesOf, replaceEnvironment, runCli } from '../captured-io';

let busy: LocalAccount;
beforeAll(async () => {
  busy = await startBusyAccount();
});
afterAll(() => busy.close());
beforeEach(() => replaceEnvironment(busy.environment));
afterEach(() => busy.faults.clear());

describe('what cannot be read', () => {
  test('a list of models is a warning and a gap in the coverage', async () => {
    busy.faults.add({ service: 'bedrock', operation: 'ListFoundationModels', kind: 'accessDenied' });
    const { out, error, exitCode } = await runCli('check --json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(out).coverage.errors).toEqual([expect.stringContaining('bedrock:ListFoundationModels')]);
    expect(linesOf(error)).toEqual([
      expect.stringMatching(/^quota-watchdog: warning: us-east-1: bedrock:ListFoundationModels failed/),
    ]);
  });

  test.each([
    ['servicequotas', 'ListServiceQuotas'],
    ['cloudwatch', 'ListMetrics'],
    ['cloudwatch', 'GetMetricData'],
  ])('%s:%s is needed: exit 3, and the document says what is missing', async (service, operation) => {
    busy.faults.add({ service, operation, kind: 'accessDenied' });
    const { out, error, exitCode } = await runCli('check --json --fail-on never');
    expect(exitCode).toBe(3);
    expect(JSON.parse(out).coverage.errors).toEqual([expect.stringContaining(`${service}:${operation}`)]);
    expect(linesOf(error)).toEqual([expect.stringContaining(`allow the action ${service}:${operation}`)]);
  });

  test('in pt-BR, and the document stays English', async () => {
    busy.faults.add({ service: 'bedrock', operation: 'ListFoundationModels', kind: 'accessDenied' });
    const hint = 'permita a ação bedrock:ListFoundationModels';
    const table = await runCli('check --language pt-BR');
    expect(table.out.replace(/\s+/g, ' ')).toContain(hint);
    expect(linesOf(table.error)).toEqual([expect.stringContaining(`bedrock:ListFoundationModels falhou (Acc`)]);
    expect(table.error).toContain(hint);
    expect((await runCli('check --json --language pt-BR')).out).toBe((await runCli('check --json')).out);
  });
});
