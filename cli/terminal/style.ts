import type { Severity } from '../../lib/core/vocabulary/severity';

type Paint = (text: string) => string;

/** How words are set off; renderers get it and know nothing of terminals. */
export interface Style {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly severity: Readonly<Record<Severity, Paint>>;
}

const asIs: Paint = (text) => text;

/** No colours at all. */
export const PLAIN_STYLE: Style = {
  bold: asIs,
  dim: asIs,
  severity: { ok: asIs, warning: asIs, critical: asIs, unknown: asIs },
};

function sgr(open: number, close: number): Paint {
  return (text) => (text === '' ? '' : `\u001B[${open}m${text}\u001B[${close}m`);
}

/** Colours every terminal has. */
export const COLOUR_STYLE: Style = {
  bold: sgr(1, 22),
  dim: sgr(2, 22),
  severity: { ok: sgr(32, 39), warning: sgr(33, 39), critical: sgr(31, 39), unknown: sgr(35, 39) },
};

/** What the decision for or against colours hangs on. */
export interface StyleCircumstances {
  /** `false`: `--no-color` was given. */
  readonly isColourWanted: boolean;
  readonly isTerminal: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Decides once: `--no-color`, then NO_COLOR, then FORCE_COLOR, then whether there is a terminal that can. */
export function chooseStyle({ isColourWanted, isTerminal, env }: StyleCircumstances): Style {
  if (!isColourWanted || env.NO_COLOR) return PLAIN_STYLE;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced === '0' || forced === 'false' ? PLAIN_STYLE : COLOUR_STYLE;
  return isTerminal && env.TERM !== 'dumb' ? COLOUR_STYLE : PLAIN_STYLE;
}
