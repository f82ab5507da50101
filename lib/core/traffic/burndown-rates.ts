import { EN_SETTINGS } from '../../language/en/settings';
import type { SettingsPlace } from '../quotas/settings-place';
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
export function parseBurndownRates(given: unknown, { place, words = EN_SETTINGS }: SettingsPlace): BurndownRates {
  const value = typeof given === 'string' ? parseJson(given, { place, words }) : given;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(words.is(place, `${JSON.stringify(value)}`, words.needs.rates));
  }
  const entries: [string, unknown][] = Object.entries(value);
  const complaints = entries.flatMap((entry) => complaintOf(entry, words) ?? []);
  if (complaints.length > 0) throw new Error(`${place}: ${complaints.join('; ')}`);
  return Object.fromEntries(entries.map(([id, rate]) => [id, Number(rate)]));
}

function parseJson(text: string, { place, words }: Required<SettingsPlace>): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(words.notJson(place, JSON.stringify(text), words.needs.rates), { cause });
  }
}
