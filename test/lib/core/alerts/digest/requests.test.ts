import { toDigestMessage } from '../../../../../lib/core/messages/digest-mail';
import { toIso } from '../../../../../lib/core/vocabulary/time';
import { EN } from '../../../../../lib/language/en';
import { PT_BR } from '../../../../../lib/language/pt-br';
import { increaseRequest, quota } from '../../fixtures';
import { ORIGIN, PLACES } from '../alert-fixtures';
import { at, play, QUOTAS, type Step } from './digest-player';

describe('increase requests', () => {
  const TITLE = 'Open increase requests';
  const SONNET_LINE = '- L-F4DDD3EB Claude Sonnet 4.5 V1, cross-Region, tokens/min';
  const GRANTED = [quota({ defaultValue: 1_000_000, appliedValue: 5_000_001 }), ...QUOTAS.slice(1)];
  const STALE = 'Open increase requests as of 2026-10-15 06:00 UTC (could not be read since)';

  /** The lists about requests in the digest of the 15th. */
  const linesOf = (before: Partial<Step>, now: Partial<Step>, words = EN) => {
    const played = play([{ at: '14T12:00' }, { at: '14T13:00', ...before }, { at: '15T08:00', ...now }]);
    const digest = played.digests['15T08:00'];
    if (!digest) throw new Error('no digest');
    const text = toDigestMessage(digest, { ...ORIGIN, at: toIso(at('15T08:00')) }, PLACES, words).message.default;
    const blocks = (text ?? '').split('\n\n').map((block) => block.split('\n'));
    return blocks.filter(([title = '']) => /increase request|Pedidos de aumento/i.test(title)).flat();
  };

  it.each<[string, Partial<Step>, readonly string[]]>([
    ['none', {}, [TITLE, '- none']],
    [
      'oldest first, each with its case where it has one',
      {
        requests: [
          increaseRequest({ createdAt: null, desiredValue: 7_000_000, caseId: null }),
          increaseRequest({ quotaCode: 'L-4A6BFAB1', desiredValue: 900, status: 'PENDING', caseId: null }),
          increaseRequest({ createdAt: '2026-09-30T23:59:59Z' }),
        ],
      },
      [
        TITLE,
        `${SONNET_LINE}: 1,000,000 → 5,000,001, open since 2026-09-30, case 1234567890`,
        '- L-4A6BFAB1 Claude Sonnet 4.5 V1, cross-Region, requests/min: 500 → 900, open since 2026-10-03',
        `${SONNET_LINE}: 1,000,000 → 7,000,000, open`,
      ],
    ],
    ['not those that were never open', { requests: [increaseRequest({ status: 'DENIED' })] }, [TITLE, '- none']],
    [
      'not those of quotas that are no inference quotas',
      { requests: [increaseRequest({ quotaCode: 'L-0' })] },
      [TITLE, '- none'],
    ],
    [
      'none is not said of a list that was never read',
      { requestsReadAt: null },
      [TITLE, '- not known: the list of requests could not be read'],
    ],
    [
      'what is known of a list that was read in part',
      { requestsReadAt: null, requests: [increaseRequest()] },
      [
        'Open increase requests (not all could be read)',
        `${SONNET_LINE}: 1,000,000 → 5,000,001, open since 2026-10-03, case 1234567890`,
      ],
    ],
    ['of an old list its age', { requestsReadAt: '15T06:00' }, [STALE, '- none']],
    ['a list of an hour ago is a new one', { requestsReadAt: '15T06:35' }, [TITLE, '- none']],
  ])('%s', (_, now, expected) => {
    expect(linesOf({}, now)).toEqual(expected);
  });

  it.each<[string, Partial<Step>, string | null]>([
    [
      'granted',
      { requests: [increaseRequest({ status: 'CASE_CLOSED' })], changes: { quotas: GRANTED } },
      'applied 1,000,000 → 5,000,001 (CASE_CLOSED)',
    ],
    [
      'granted, and the case still open',
      { requests: [increaseRequest()], changes: { quotas: GRANTED } },
      'applied 1,000,000 → 5,000,001 (CASE_OPENED)',
    ],
    [
      'closed without a change',
      { requests: [increaseRequest({ status: 'CASE_CLOSED' })] },
      'still 1,000,000 applied (CASE_CLOSED)',
    ],
    ['gone from the list', {}, 'still 1,000,000 applied (no longer listed)'],
    ['open still', { requests: [increaseRequest()] }, null],
    ['of a quota that is not listed now', { changes: { quotas: QUOTAS.slice(1) } }, null],
  ])('how it ended, as far as it shows: %s', (_, now, told) => {
    const ended =
      told === null ? [] : ['Increase requests no longer open', `${SONNET_LINE}: 5,000,001 asked for, ${told}`];
    expect(linesOf({ requests: [increaseRequest()] }, now).slice(2)).toEqual(ended);
  });

  it('tells once how it ended, also of one that ended right after the digest before', () => {
    const { digests } = play([
      { at: '14T12:00', requests: [increaseRequest()] },
      { at: '14T12:05' },
      { at: '15T08:00' },
      { at: '16T08:00' },
    ]);
    const told = ['14T12:00', '15T08:00', '16T08:00'].map((time) => digests[time]?.requests.ended.length);
    expect(told).toEqual([0, 1, 0]);
  });

  it('compares with what was applied when it was first seen open', () => {
    const raised = (appliedValue: number) => ({ quotas: [quota({ appliedValue }), ...QUOTAS.slice(1)] });
    const { digests } = play([
      { at: '14T12:00', requests: [increaseRequest()] },
      { at: '14T12:05', requests: [increaseRequest()], changes: raised(4_000_000) },
      { at: '15T08:00', requests: [increaseRequest({ status: 'CASE_CLOSED' })], changes: raised(4_000_000) },
    ]);
    expect(digests['15T08:00']?.requests.ended.map(({ request }) => request.appliedValue)).toEqual([1_000_000]);
  });

  it('speaks Brazilian Portuguese', () => {
    expect(
      linesOf(
        { requests: [increaseRequest({ desiredValue: 2_000_000 })] },
        { requests: [increaseRequest()], requestsReadAt: '15T06:00' },
        PT_BR,
      ),
    ).toEqual([
      'Pedidos de aumento em aberto até 2026-10-15 06:00 UTC (não foi possível lê-los desde então)',
      '- L-F4DDD3EB Claude Sonnet 4.5 V1, entre Regiões, tokens/min: 1.000.000 → 5.000.001, em aberto desde 2026-10-03, caso 1234567890',
      'Pedidos de aumento encerrados',
      '- L-F4DDD3EB Claude Sonnet 4.5 V1, entre Regiões, tokens/min: pedido: 2.000.000; valor aplicado ainda 1.000.000 (não está mais na lista)',
    ]);
  });
});
