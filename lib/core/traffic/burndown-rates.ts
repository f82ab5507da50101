import { readSettings, type SettingsPlace } from '../vocabulary/settings';
import type { SettingsWords } from '../words/settings';
import type { BurndownRates } from './burndown';

const MODEL_ID = /^[a-z0-9-]+\.[a-z0-9][\w.:-]*$/i;

/** Above this a rate is a mistake; the highest AWS names is 15. */
const LARGEST_RATE = 1000;

function complaintOf([id, rate]: readonly [string, unknown], words: SettingsWords): string | null {
  if (!MODEL_ID.test(id)) return words.noModelId(JSON.stringify(id));
  if (typeof rate === 'number' && rate > 0 && rate <= LARGEST_RATE) return null;
  return words.rate(id, `${JSON.stringify(rate)}`, `${LARGEST_RATE}`);
}

/**
 * Reads burndown rates that a person wrote: an object, or its JSON. `place` begins the complaint.
 * @throws Error with everything that is wrong: what was given and what is allowed.
 */
export function parseBurndownRates(given: unknown, where: SettingsPlace): BurndownRates {
  const { place, words } = where;
  const entries = readSettings(given, where, words.needs.rates);
  const complaints = entries.flatMap((entry) => complaintOf(entry, words) ?? []);
  if (complaints.length > 0) throw new Error(`${place}: ${complaints.join('; ')}`);
  return Object.fromEntries(entries.map(([id, rate]) => [id, Number(rate)]));
}
