import type { HistoryPoint } from '../../core/measure/quota-history';
import { html, type SafeHtml } from '../markup/html';
import { type Bucket, chooseLength, type Span, toBuckets } from './buckets';

/** What the parts of a chart say. */
export interface ReadoutWords {
  /** Of all parts together. */
  readonly readouts: string;
  /** `14:00–15:00: 1,056,041 tokens at 14:29`. */
  readonly readout: (bucket: Bucket) => string;
}

/** Parts of a chart that can be pointed at; more would be narrower than a finger. */
const MOST_READOUTS = 24;

/**
 * The highest value of each part of a chart, shown while it is pointed at or has the focus. A group of radio buttons, for
 * that is one stop of the Tab key and a walk by the arrow keys, without a script.
 */
export function renderReadouts(
  points: readonly HistoryPoint[],
  span: Span,
  { name, words }: { readonly name: string; readonly words: ReadoutWords },
): SafeHtml {
  const parts = toBuckets(points, span, chooseLength(span, MOST_READOUTS)).map(
    (bucket) => html`<label><input type="radio" name="${name}"><span>${words.readout(bucket)}</span></label>`,
  );
  return html`<fieldset><legend>${words.readouts}</legend>${parts}</fieldset>`;
}
