import { isAmount } from '../../lib/core/vocabulary/amount';
import { LAST_MINUTE } from '../../lib/core/vocabulary/time';

/** Looks at a stored value: `null` when it has the shape, else where it first has not, such as `alerts.x.since`. */
export type Shape = (value: unknown, at: string) => string | null;

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function only(isShaped: (value: unknown) => boolean): Shape {
  return (value, at) => (isShaped(value) ? null : at);
}

/** Any text. */
export const text = only((value) => typeof value === 'string');

/** True or false. */
export const flag = only((value) => typeof value === 'boolean');

/** A finite number: JSON has no other but by overflow. */
export const number = only((value) => typeof value === 'number' && Number.isFinite(value));

/** A number that an amount of tokens, calls or the like can be. */
export const amount = only(isAmount);

/** A minute that has an ISO time of four digits of year. */
export const minute = only((value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= LAST_MINUTE);

/** A text that is a time. */
export const time = only(
  (value) => typeof value === 'string' && /^\d{4}-/.test(value) && !Number.isNaN(Date.parse(value)),
);

/** Anything, where nobody looks inside. */
export const anything: Shape = () => null;

/** One of some texts. */
export function oneOf(...texts: readonly string[]): Shape {
  return only((value) => typeof value === 'string' && texts.includes(value));
}

/** The shape, or `null`. */
export function orNull(shape: Shape): Shape {
  return (value, at) => (value === null ? null : shape(value, at));
}

/** The shape, or absent. */
export function orAbsent(shape: Shape): Shape {
  return (value, at) => (value === undefined ? null : shape(value, at));
}

/** A list of any length. */
export function listOf(shape: Shape): Shape {
  return (value, at) => {
    if (!Array.isArray(value)) return at;
    for (const [index, one] of value.entries()) {
      const wrong = shape(one, `${at}.${index}`);
      if (wrong !== null) return wrong;
    }
    return null;
  };
}

/** An object whose values are all alike, whatever their names. */
export function recordOf(shape: Shape): Shape {
  return (value, at) => {
    if (!isFields(value)) return at;
    for (const [name, one] of Object.entries(value)) {
      const wrong = shape(one, `${at}.${name}`);
      if (wrong !== null) return wrong;
    }
    return null;
  };
}

/** An object with these fields; what else it has, a newer program may have put there, and is not looked at. */
export function fields(shapes: Readonly<Record<string, Shape>>): Shape {
  return (value, at) => {
    if (!isFields(value)) return at;
    for (const [name, shape] of Object.entries(shapes)) {
      const wrong = shape(value[name], `${at}.${name}`);
      if (wrong !== null) return wrong;
    }
    return null;
  };
}
