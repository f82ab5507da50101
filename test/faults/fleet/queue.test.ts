import type { Fault } from '../../../local/wire/faults';
import { closedAfterEach } from '../../closed-after-each';
import { OTHER } from '../../lambda/fleet/deployed-fleet';
import { tally } from '../scenario';
import { EXPECTED, type Meddling, playFleet, saidOf, THIRD } from './fleet-scenario';

const play = closedAfterEach(async (meddling: Meddling) => {
  const played = await playFleet(meddling);
  return { ...played, close: () => played.deployed.close() };
});

/** What is to be said when nobody looked from 12:04 on until 12:11: both peaks show at once. */
const EXPECTED_AFTER_BLINDNESS = [
  `opened utilization/L-F4DDD3EB critical 97 ${OTHER}`,
  `recovered utilization/L-F4DDD3EB ok 10 ${OTHER}`,
  `opened utilization/L-F4DDD3EB warning 88 ${THIRD}`,
  `recovered utilization/L-F4DDD3EB ok 10 ${THIRD}`,
] as const;

const isOut = (time: string) => time >= '12:04' && time < '12:11';

/** A fault that is on for some ticks. */
function during(fault: Fault, from: string, until: string): Meddling {
  return {
    before: (time, { fleet: { home } }) => {
      if (time === from) home.faults.add(fault);
      if (time === until) home.faults.remove(fault);
    },
  };
}

it('an empty queue, since no tick came for seven minutes', async () => {
  const { deployed } = await play({ skips: isOut });
  const { coverage, ...others } = tally(saidOf(deployed), EXPECTED_AFTER_BLINDNESS);
  expect(others).toEqual({ lost: [], wrong: [], repeated: [] });
  expect(coverage.filter((line) => !line.includes('missedRuns'))).toEqual([]);
}, 120_000);

it('a queue that fills, since no worker takes anything for seven minutes', async () => {
  const { deployed, source } = await play({ holds: isOut });
  // What still lives is looked at in its order.
  const { coverage, ...others } = tally(saidOf(deployed), EXPECTED);
  expect(others).toEqual({ lost: [], wrong: [], repeated: [] });
  expect(coverage.filter((line) => !line.includes('missedRuns'))).toEqual([]);
  // What is older than five minutes is not heaped up.
  expect(source.expired).toBeGreaterThan(0);
  expect(source.deadLetters).toEqual([]);
}, 120_000);

const SEND = { service: 'sqs', operation: 'SendMessageBatch' } as const;

it.each<[string, Fault]>(
  (['throttle', 'serverError', 'accessDenied', 'gone', 'cutBody', 'junk', 'hangFirstTry'] as const).map((kind) => [
    `${kind} of SendMessageBatch`,
    { ...SEND, kind },
  ]),
)(
  '%s in the tick of the peak: the next one makes up for it',
  async (_, fault) => {
    const { deployed, runs } = await play(during(fault, '12:05', '12:06'));
    expect(tally(saidOf(deployed), EXPECTED)).toEqual({ lost: [], wrong: [], coverage: [], repeated: [] });
    expect(runs.get('12:05')?.dispatched.kind).toBe(fault.kind === 'hangFirstTry' ? 'returned' : 'failed');
    expect(runs.get('12:06')?.dispatched.kind).toBe('returned');
  },
  120_000,
);

it.each([1, 2])(
  'entry %d of a batch is refused: that target waits for the next tick, the others do not',
  async (skip) => {
    const fault: Fault = { ...SEND, operation: 'SendMessageBatchEntry', kind: 'serverError', times: 1, skip };
    const { deployed, runs } = await play(during(fault, '12:05', '12:06'));
    expect(tally(saidOf(deployed), EXPECTED)).toEqual({ lost: [], wrong: [], coverage: [], repeated: [] });
    expect(runs.get('12:05')?.dispatched).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('sqs:SendMessage'),
    });
  },
  120_000,
);

it('a queue that refuses for seven minutes is told by the alarm of the dispatcher, and nothing is lost', async () => {
  const { deployed, runs } = await play(during({ ...SEND, kind: 'accessDenied' }, '12:04', '12:11'));
  const { coverage, ...others } = tally(saidOf(deployed), EXPECTED_AFTER_BLINDNESS);
  expect(others).toEqual({ lost: [], wrong: [], repeated: [] });
  const failed = [...runs].filter(([, { dispatched }]) => dispatched.kind === 'failed').map(([time]) => time);
  expect(failed).toEqual(['12:04', '12:05', '12:06', '12:07', '12:08', '12:09', '12:10']);
  expect(coverage.filter((line) => !line.includes('missedRuns'))).toEqual([]);
}, 120_000);

it('a queue that refuses for a quarter of an hour is told as such, once', async () => {
  const { deployed } = await play(during({ ...SEND, kind: 'accessDenied' }, '12:12', '12:30'));
  const lines = saidOf(deployed);
  expect(lines.filter((line) => line.startsWith('opened coverage/sqs:SendMessage'))).toHaveLength(1);
  expect(lines.filter((line) => line.startsWith('recovered coverage/sqs:SendMessage'))).toHaveLength(1);
  const { lost, wrong, repeated } = tally(lines, EXPECTED);
  expect({ lost, wrong, repeated }).toEqual({ lost: [], wrong: [], repeated: [] });
}, 120_000);
