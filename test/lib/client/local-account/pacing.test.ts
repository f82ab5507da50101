import { MINUTE_FORMS } from '../../../../local/traffic/minute-forms';
import { closedAfterEach } from '../../../closed-after-each';
import { WAYS } from '../../../local/runtime/calls';
import { openWired, play } from './wired-client';

const CALLS = 60;
const open = closedAfterEach(openWired);

describe.each(MINUTE_FORMS)('a minute that is %s', (form) => {
  it.each(WAYS)('%s: known limits are never met, and everything is settled as it was', async (_, modelId, call) => {
    const limits = { tokensPerMinute: 10_000, requestsPerMinute: 20 };
    const { account, bedrock, clock, events, counted } = await open({ limits, form, answer: { seconds: 2 } });
    const calls = Promise.all(Array.from({ length: CALLS }, (_, index) => call(bedrock, 100 + (index % 5) * 150)));
    // Claude's take the longest: 60 of at most 10 + 200 × 5 tokens are 6 minutes of 10,000.
    await play(clock, 9, calls);
    expect(account.traffic.refusals).toEqual([]);
    const settled = events.filter((event) => event.type === 'settled');
    expect(settled).toHaveLength(CALLS);
    expect(settled.filter(({ isEstimate }) => isEstimate)).toEqual([]);
    expect(settled.reduce((sum, { used }) => sum + used, 0)).toBe(counted(modelId));
  });
});
