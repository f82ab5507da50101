import type { BurndownRates } from './burndown';

const MODEL_ID = /^[a-z0-9-]+\.[a-z0-9][\w.:-]*$/i;
const ALLOWED = 'an object of base model ids and rates such as {"anthropic.claude-opus-4-8":15}';

/** Above this a rate is a mistake; the highest AWS names is 15. */
const LARGEST_RATE = 1000;

function complaintOf(id: string, rate: unknown): string | null {
  if (!MODEL_ID.test(id)) return `${JSON.stringify(id)} is no base model id such as anthropic.claude-opus-4-8`;
  if (typeof rate === 'number' && rate > 0 && rate <= LARGEST_RATE) return null;
  return `the rate of ${id} is ${JSON.stringify(rate)}; a number above 0, at most ${LARGEST_RATE}, is needed`;
}

/**
 * Reads burndown rates that a person wrote: an object, or its JSON. `place` begins the complaint:
 * `context burndownRates`.
 * @throws Error with everything that is wrong: what was given and what is allowed.
 */
export function parseBurndownRates(given: unknown, place: string): BurndownRates {
  const value = typeof given === 'string' ? parseJson(given, place) : given;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`${place} is ${JSON.stringify(value)}; ${ALLOWED} is needed`);
  }
  const entries: [string, unknown][] = Object.entries(value);
  const complaints = entries.flatMap(([id, rate]) => complaintOf(id, rate) ?? []);
  if (complaints.length > 0) throw new Error(`${place}: ${complaints.join('; ')}`);
  return Object.fromEntries(entries.map(([id, rate]) => [id, Number(rate)]));
}

function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${place} is ${JSON.stringify(text)}, which is no JSON; ${ALLOWED} is needed`, { cause });
  }
}
