import type { AlertEvent } from '../../alerts/lifecycle';
import { spellPlaceShortly } from '../../vocabulary/place';
import { spellCount, spellDimension, spellPercent } from '../../vocabulary/wording';
import type { Words } from '../../words/words';
import type { MessageSection } from './section';

/** `CRITICAL`, `still WARNING`, `RECOVERED`. */
function spellState({ event, finding }: AlertEvent, { states, severities }: Words): string {
  if (event === 'recovered' || event === 'digest') return states[event];
  // Told at any severity: "OK" would hide that something is otherwise than before.
  if (finding.kind === 'quotaChanged' && finding.severity === 'ok') return states.changed;
  const severity = severities[finding.severity];
  return event === 'opened' ? severity : states[event](severity);
}

/** The number that says how bad it is, for titles. */
function spellMeasure({ event, finding }: AlertEvent, words: Words): string {
  const { utilizationPercent, dimension } = finding;
  const percent = utilizationPercent === null ? null : spellPercent(utilizationPercent, words);
  const measured = dimension ? ` ${spellDimension(dimension, words)}` : '';
  switch (finding.kind) {
    case 'throttled':
      if (event === 'recovered') return `${words.message.throttling}: `;
      return `${percent === null ? '' : `${percent}${measured}, `}${words.message.throttled(spellCount(finding.usage?.value ?? 0, words))}: `;
    case 'utilization':
    case 'dailyPool':
      return `${percent ?? words.quota.isZero}${measured}: `;
    default:
      return '';
  }
}

/** `CRITICAL 97% tokens/min: Claude Sonnet 4.5 V1, cross-Region` */
export function renderTitle(alert: AlertEvent, words: Words): string {
  return `${spellState(alert, words)} ${spellMeasure(alert, words)}${alert.context.subject}`;
}

/** Where an incident is, in a title; `null`: where the watchdog itself is. */
export function spellWhere({ places }: MessageSection, { message }: Words): string | null {
  const [place] = places;
  if (!place) return null;
  return places.length === 1 ? spellPlaceShortly(place) : message.inTargets(places.length);
}

/** `CRITICAL 97% tokens/min: Claude Sonnet 4.5 V1, cross-Region, prod us-east-1` */
export function renderTitleWithPlace(section: MessageSection, words: Words): string {
  const where = spellWhere(section, words);
  return where === null ? renderTitle(section.lead, words) : `${renderTitle(section.lead, words)}, ${where}`;
}
