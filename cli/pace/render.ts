import type { SCHEMA_VERSION } from '../../lib/contract';
import type { Pace } from '../../lib/core/answers/plan';
import { spellCount } from '../../lib/core/vocabulary/wording';
import type { CommandWords } from '../../lib/language/command-words';
import type { Style } from '../terminal/style';

/** The document of `pace --json`. */
export interface PaceDocument extends Pace {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  /** As it was given; `null`: a number was. */
  readonly model: string | null;
  readonly region: string | null;
  /** The quota that is spread; `null` for a number. */
  readonly quotaCode: string | null;
}

/** Below this a rate is told with decimals. */
const SMALL = 10;

/** A rate that is safe: never rounded up. */
function spellRate(value: number, words: CommandWords): string {
  if (value >= SMALL) return spellCount(Math.floor(value), words);
  return (Math.floor(value * 100) / 100).toLocaleString(words.locale, { maximumFractionDigits: 2 });
}

function spellRequests({ requestsPerMinute, requestsPerSecond }: Pace, words: CommandWords): string[] {
  const { pace } = words.plan;
  if (requestsPerMinute === null || requestsPerSecond === null) return [pace.noRequests];
  const lines = [pace.requests(spellRate(requestsPerMinute, words), spellRate(requestsPerSecond, words))];
  const isSlow = requestsPerSecond > 0 && requestsPerSecond < 1;
  return isSlow ? [...lines, pace.seconds(spellCount(Math.ceil(1 / requestsPerSecond), words))] : lines;
}

/** A pace in a few lines; ends with a line break. */
export function renderPace(document: PaceDocument, style: Style, words: CommandWords): string {
  const { pace } = words.plan;
  const { model, region, quotaCode, tokensPerDay, tokensPerMinute, tokensPerSecond, tokensPerRequest } = document;
  const of = model === null ? '' : `${model}, ${region}, ${quotaCode}: `;
  const size = tokensPerRequest === null ? [] : [pace.perRequest(spellCount(Math.ceil(tokensPerRequest), words))];
  const lines = [
    ...style.wrap(`${of}${pace.day(spellCount(tokensPerDay, words))}`, '').map(style.bold),
    ...[
      `${pace.minute(spellRate(tokensPerMinute, words))}, ${pace.second(spellRate(tokensPerSecond, words))}`,
      ...size,
      ...spellRequests(document, words),
    ].flatMap((line) => style.wrap(line, '  ')),
  ];
  return `${lines.join('\n')}\n`;
}
