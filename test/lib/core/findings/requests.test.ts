import type { IncreaseRequest } from '../../../../lib/core/quotas/increase-request';
import { increaseRequest, quota } from '../fixtures';
import { judge } from '../judge';
import { input } from './evaluation';

/** What is told of a request at 14:33 on 2026-10-14. */
function toldOf(request: Partial<IncreaseRequest>, applied = 1_000_000, language: 'en' | 'pt-BR' = 'en') {
  const quotas = [quota({ appliedValue: applied })];
  const { described } = judge(input({ quotas, requests: [increaseRequest(request)], language }));
  const told = described.find(({ finding }) => finding.kind === 'request');
  return (
    told && {
      id: told.finding.id,
      severity: told.finding.severity,
      summary: told.context.summary,
      remedies: told.finding.remedies,
    }
  );
}

const TODAY = '2026-10-14T09:00:00Z';

describe('an increase request', () => {
  it('that was granted is told for a day, by the applied value', () => {
    expect(toldOf({ status: 'CASE_CLOSED', updatedAt: TODAY }, 5_000_001)).toEqual({
      id: 'request/L-F4DDD3EB/2026-10-03T09:12:44Z/ended',
      severity: 'ok',
      summary: 'The increase to 5,000,001 was granted: 5,000,001 is in force.',
      remedies: [],
    });
    expect(toldOf({ status: 'CASE_CLOSED', updatedAt: '2026-10-13T14:33:00Z' }, 5_000_001)).toBeUndefined();
  });

  it('that was closed without a change is a warning with what to do', () => {
    expect(toldOf({ status: 'CASE_CLOSED', updatedAt: TODAY })).toMatchObject({
      severity: 'warning',
      summary: 'The request for an increase to 5,000,001 was closed (CASE_CLOSED), and the value is still 1,000,000.',
      remedies: [{ title: expect.stringContaining('Read what AWS says in case 1234567890') }],
    });
    expect(toldOf({ status: 'CASE_CLOSED', updatedAt: null })).toBeUndefined();
  });

  it('that is open is asked after when seven days are over', () => {
    const open = (createdAt: string | null) => toldOf({ createdAt });
    expect(open('2026-10-07T14:33:00Z')).toMatchObject({
      id: 'request/L-F4DDD3EB/2026-10-07T14:33:00Z/open',
      severity: 'warning',
      summary: 'The request for an increase to 5,000,001 has been open for 7 days.',
    });
    expect(open('2026-10-07T14:34:00Z')).toBeUndefined();
    expect(open(null)).toBeUndefined();
  });

  it('is told in Portuguese too', () => {
    expect(toldOf({ status: 'DENIED', updatedAt: TODAY }, 1_000_000, 'pt-BR')?.summary).toBe(
      'O pedido de aumento para 5.000.001 foi encerrado (DENIED), e o valor continua 1.000.000.',
    );
  });

  it('of a quota that is not listed is not told', () => {
    expect(toldOf({ quotaCode: 'L-00000000', status: 'CASE_CLOSED', updatedAt: TODAY })).toBeUndefined();
  });
});
