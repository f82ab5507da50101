import { mantleSeries, quota, SONNET, series, usage } from '../fixtures';
import { judge } from '../judge';
import { find, findingsOf, input, TOKENS } from './evaluation';

const ID = `us.${SONNET}`;
const LONG = quota({ quotaCode: 'L-0000000B', variant: 'longContext', appliedValue: 500_000 });

function set(name: string, counts: Parameters<typeof usage>[1]) {
  return { ...series(ID, [usage('14:32', counts)]), set: name };
}

describe('traffic in several dimension sets', () => {
  it('of the reserved tier spends no on-demand quota: 40 %, not 90 %', () => {
    const findings = findingsOf({
      series: [
        series(ID, [usage('14:32', { invocations: 90, estimatedTpm: 900_000 })]),
        set('ServiceTier=reserved&ResolvedServiceTier=reserved', { invocations: 50, estimatedTpm: 500_000 }),
      ],
    });
    expect(find(findings, TOKENS).utilizationPercent).toBe(40);
  });

  it('of long contexts is compared with the quotas for them, where it is told apart', () => {
    const plain = series(ID, [usage('14:32', { invocations: 90, estimatedTpm: 900_000 })]);
    const quotas = [quota(), LONG];
    const long = set('ContextWindow=1M', { invocations: 40, estimatedTpm: 450_000 });
    expect(find(findingsOf({ quotas, series: [plain, long] }), 'utilization/L-0000000B').utilizationPercent).toBe(90);
    expect(find(findingsOf({ quotas, series: [plain, long] }), TOKENS).utilizationPercent).toBe(90);
    expect(findingsOf({ quotas, series: [plain] }).map(({ id }) => id)).not.toContain('utilization/L-0000000B');
  });

  it('in other sets only is unmapped usage with its amount', () => {
    const { document, described } = judge(
      input({ series: [set('ServiceTier=flex&ResolvedServiceTier=flex', { invocations: 3, input: 900 })] }),
    );
    expect(find(document.findings, `unmappedUsage/${ID}`)).toMatchObject({ usage: { value: 900 }, modelIds: [ID] });
    const context = described.find(({ finding }) => finding.kind === 'unmappedUsage')?.context;
    expect(new Map(context?.details).get('Reason')).toContain('in no metric by model id alone');
  });

  it('on the mantle that names no model is unmapped usage with its amount', () => {
    const account = { ...mantleSeries('', [usage('14:32', { invocations: 3, input: 900 })]), set: '' };
    const { document, described } = judge(input({ series: [account] }));
    expect(find(document.findings, 'unmappedUsage/mantle/')).toMatchObject({ usage: { value: 900 }, modelIds: [] });
    const context = described.find(({ finding }) => finding.kind === 'unmappedUsage')?.context;
    expect(context?.summary).toContain('calls without a model on bedrock-mantle');
    expect(document.coverage.unmappedModelIds).toEqual([]);
  });
});
