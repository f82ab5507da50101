import { type StreamEnd, watchStream } from '../../../../lib/client/calls/watch-stream';

async function* streamOf(events: readonly unknown[], error?: Error) {
  for (const event of events) yield event;
  if (error) throw error;
}

async function watch(
  events: readonly unknown[],
  { error, leaveAfter = 99 }: { error?: Error; leaveAfter?: number } = {},
) {
  const ends: StreamEnd[] = [];
  const seen: unknown[] = [];
  let thrown: unknown = null;
  try {
    for await (const event of watchStream(streamOf(events, error), (end) => ends.push(end))) {
      seen.push(event);
      if (seen.length === leaveAfter) break;
    }
  } catch (caught) {
    thrown = caught;
  }
  return { ends, seen, thrown };
}

const DELTA = { contentBlockDelta: { delta: { text: 'a' } } };
const METADATA = { metadata: { usage: { inputTokens: 5, outputTokens: 6 } } };

test('passes events on, and tells the usage at the end', async () => {
  const { ends, seen } = await watch([DELTA, METADATA]);
  expect(seen).toEqual([DELTA, METADATA]);
  expect(ends).toEqual([{ usage: { input: 5, output: 6, cacheRead: 0, cacheWrite: 0 }, refused: null }]);
});

test('a stream that is left ends without usage, once', async () => {
  const { ends, seen } = await watch([DELTA, DELTA, METADATA], { leaveAfter: 1 });
  expect(seen).toHaveLength(1);
  expect(ends).toEqual([{ usage: null, refused: null }]);
});

test('an exception inside a stream says what refused it', async () => {
  const message = 'Too many tokens, please wait before trying again.';
  const { ends } = await watch([DELTA, { throttlingException: { message } }]);
  expect(ends).toEqual([{ usage: null, refused: 'tokensPerMinute' }]);
});

test('a stream that breaks is told, and its error thrown on', async () => {
  const error = Object.assign(new Error('any'), { name: 'ServiceUnavailableException' });
  const { ends, thrown } = await watch([DELTA], { error });
  expect(ends).toEqual([{ usage: null, refused: 'capacity' }]);
  expect(thrown).toBe(error);
});
