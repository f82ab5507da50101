import { classifyThrottle, type ThrottleKind } from '../contract/classify-throttle';
import { type CallUsage, readEventUsage } from '../request/read-usage';

/** How a stream ended. */
export interface StreamEnd {
  /** `null`: no event said it. */
  readonly usage: CallUsage | null;
  /** What refused the rest of it; `null`: nothing did. */
  readonly refused: ThrottleKind | null;
}

/** Exceptions come as events of one member. */
function refusalIn(event: unknown): ThrottleKind | null {
  const [name] = typeof event === 'object' && event !== null ? Object.keys(event) : [];
  return name !== undefined && /exception$/i.test(name) ? classifyThrottle(event) : null;
}

/**
 * The same stream, watched: `onEnd` is called once, when it ends, breaks, or is left. A stream that nobody reads never ends,
 * and what it reserved goes by itself, as the minute does.
 */
export async function* watchStream<T>(stream: AsyncIterable<T>, onEnd: (end: StreamEnd) => void): AsyncGenerator<T> {
  let usage: CallUsage | null = null;
  let refused: ThrottleKind | null = null;
  try {
    for await (const event of stream) {
      usage = readEventUsage(event) ?? usage;
      refused = refusalIn(event) ?? refused;
      yield event;
    }
  } catch (error) {
    refused = classifyThrottle(error);
    throw error;
  } finally {
    onEnd({ usage, refused });
  }
}
