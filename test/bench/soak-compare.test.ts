import { compare } from '../../bench/soak/compare';
import type { Episode } from '../../bench/soak/reference';
import type { Told } from '../../bench/soak/told';

const ID = 'utilization/L-1';
const END = 2000;

/** Ten bad minutes; told within 20, over at the earliest when clear for so long, and 50 minutes after that at the latest. */
function episode(start: number, isCritical = false): Episode {
  const end = start + 9;
  const opened = { notBefore: start + 2, deadline: start + 20 };
  return {
    findingId: ID,
    model: 'm',
    start,
    end,
    opened,
    critical: isCritical ? opened : null,
    mayBeCritical: isCritical,
    recovered: (clearMinutes) => ({ notBefore: end + clearMinutes, deadline: end + clearMinutes + 50 }),
  };
}

function told(at: number, event: string, severity = 'warning'): Told {
  return { at, judgedAt: at, event, findingId: ID, kind: 'utilization', severity };
}

const OPENED = told(103, 'opened');
const RECOVERED = told(140, 'recovered', 'ok');

it.each<[string, readonly Episode[], readonly Told[], object]>([
  ['all as it must be', [episode(100)], [OPENED, RECOVERED], {}],
  ['nothing', [episode(100)], [], { lost: 2 }],
  ['a recovery too few', [episode(100)], [OPENED], { lost: 1 }],
  ['opened twice', [episode(100)], [OPENED, told(110, 'opened'), RECOVERED], { repeated: 1 }],
  ['opened of nothing', [], [OPENED], { wrong: 1 }],
  ['opened late', [episode(100)], [told(121, 'opened'), RECOVERED], { late: 1 }],
  ['critical that never was', [episode(100)], [told(103, 'opened', 'critical'), RECOVERED], { wrong: 1 }],
  ['critical not told', [episode(100, true)], [OPENED, RECOVERED], { lost: 1 }],
  [
    'an end that was not told before it came back, and no second opening',
    [episode(100), episode(150)],
    [OPENED, told(190, 'recovered', 'ok')],
    {},
  ],
  [
    'a second opening of what is open',
    [episode(100), episode(150)],
    [OPENED, told(153, 'opened'), told(190, 'recovered', 'ok')],
    { repeated: 1 },
  ],
  [
    'what came back within six hours, over after 30 minutes',
    [episode(100), episode(490)],
    [OPENED, RECOVERED, told(500, 'opened'), told(529, 'recovered', 'ok')],
    {},
  ],
  [
    'and before',
    [episode(100), episode(490)],
    [OPENED, RECOVERED, told(500, 'opened'), told(528, 'recovered', 'ok')],
    { wrong: 1 },
  ],
  [
    'what came back later, over after 15',
    [episode(100), episode(490)],
    [OPENED, RECOVERED, told(501, 'opened'), told(514, 'recovered', 'ok')],
    {},
  ],
  [
    'critical again while it is open',
    [episode(100, true), episode(150, true)],
    [told(103, 'opened', 'critical'), told(153, 'escalated', 'critical'), told(190, 'recovered', 'ok')],
    { repeated: 1 },
  ],
  ['an end that is not due in this soak', [episode(END - 70)], [told(END - 67, 'opened')], {}],
])('%s', (_, episodes, all, complaints) => {
  const { lost, repeated, wrong, late } = compare(episodes, all, END);
  const counts = { lost: lost.length, repeated: repeated.length, wrong: wrong.length, late: late.length };
  expect(counts).toEqual({ lost: 0, repeated: 0, wrong: 0, late: 0, ...complaints });
});

describe('use and throttles of one model', () => {
  const THROTTLED = 'throttled/crossRegion/m';
  const throttles = (start: number, mayBeCritical = false): Episode => ({
    ...episode(start),
    findingId: THROTTLED,
    critical: 'either',
    mayBeCritical,
  });
  const ofThrottles = (one: Told): Told => ({ ...one, findingId: THROTTLED, kind: 'throttled' });
  const CRITICAL = told(103, 'opened', 'critical');

  it.each<[string, readonly Episode[], readonly Told[], object]>([
    [
      'a few throttles in a critical hour need not be told',
      [episode(100, true), throttles(100)],
      [CRITICAL, RECOVERED],
      {},
    ],
    [
      'but may be',
      [episode(100, true), throttles(100)],
      [CRITICAL, RECOVERED, ...[OPENED, RECOVERED].map(ofThrottles)],
      {},
    ],
    ['they must in one that is none', [episode(100), throttles(100)], [OPENED, RECOVERED], { lost: 2 }],
    [
      'nor in that of another model',
      [episode(100, true), { ...throttles(100), model: 'n' }],
      [CRITICAL, RECOVERED],
      { lost: 2 },
    ],
    [
      'an hour later, while the critical one is open still',
      [episode(100, true), throttles(150)],
      [CRITICAL, told(190, 'recovered', 'ok')],
      {},
    ],
    [
      'the end waits for the throttles of the same hours',
      [episode(100), throttles(105)],
      [
        OPENED,
        ofThrottles(told(108, 'opened')),
        told(179, 'recovered', 'ok'),
        ofThrottles(told(179, 'recovered', 'ok')),
      ],
      {},
    ],
    [
      'and not for ever',
      [episode(100), throttles(105)],
      [
        OPENED,
        ofThrottles(told(108, 'opened')),
        told(230, 'recovered', 'ok'),
        ofThrottles(told(160, 'recovered', 'ok')),
      ],
      { late: 1 },
    ],
    [
      'an end of what was never told',
      [episode(100, true), throttles(100)],
      [CRITICAL, RECOVERED, ofThrottles(RECOVERED)],
      { wrong: 1 },
    ],
  ])('%s', (_, episodes, all, complaints) => {
    const { lost, repeated, wrong, late } = compare(episodes, all, END);
    const counts = { lost: lost.length, repeated: repeated.length, wrong: wrong.length, late: late.length };
    expect(counts).toEqual({ lost: 0, repeated: 0, wrong: 0, late: 0, ...complaints });
  });

  it('are one incident, whose messages are counted once', () => {
    const both = [CRITICAL, RECOVERED, ofThrottles(told(108, 'opened', 'critical')), ofThrottles(RECOVERED)];
    const { incidents, noise } = compare([episode(100, true), throttles(100, true)], both, END);
    expect(incidents.map(({ messages }) => messages)).toEqual([3]);
    expect(noise.map(({ messages }) => messages)).toEqual([2, 2]);
  });
});

it('counts the messages of an episode, and those that may be', () => {
  const all = [
    OPENED,
    told(105, 'escalated', 'critical'),
    told(345, 'reminder', 'critical'),
    told(346, 'recovered', 'ok'),
  ];
  expect(compare([episode(100, true)], all, END).noise).toEqual([{ messages: 4, news: 3, allowed: 3 }]);
  const atOnce = [told(103, 'opened', 'critical'), RECOVERED];
  expect(compare([episode(100, true)], atOnce, END).noise).toEqual([{ messages: 2, news: 2, allowed: 2 }]);
});
