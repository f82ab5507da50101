import { MINUTE_FORMS } from '../../../../local/traffic/minute-forms';
import { closedAfterEach } from '../../../closed-after-each';
import { converseStream, SHAPES } from '../../../local/runtime/calls';
import { openWired, play } from './wired-client';

const { modelId } = SHAPES.nova;
const open = closedAfterEach(openWired);

describe.each(MINUTE_FORMS)('a minute that is %s', (form) => {
  it.each([
    ['throttleStream', 'ThrottlingException', 'tokensPerMinute'],
    ['shortStream', 'ServiceUnavailableException', 'capacity'],
  ] as const)('%s: AWS had let the call in, so it counts, and no later one is refused', async (kind, name, told) => {
    const limits = { requestsPerMinute: 4, tokensPerMinute: 10_000 };
    const { account, bedrock, clock, events } = await open({ limits, form, answer: { seconds: 2 } });
    account.faults.add({ service: 'bedrock-runtime', kind, times: 1 });
    const calls = Promise.all(Array.from({ length: 10 }, () => converseStream(bedrock, modelId, 100)));
    const errors = (await play(clock, 8, calls)).flatMap(({ error }) => error ?? []);
    expect(errors).toEqual([expect.objectContaining({ name })]);
    expect(account.traffic.refusals).toEqual([]);
    expect(events.filter(({ type }) => type === 'throttled')).toEqual([expect.objectContaining({ kind: told })]);
    expect(events.filter(({ type }) => type === 'settled')).toHaveLength(9);
  });
});
