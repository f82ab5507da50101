import type { Severity } from '../../lib/core/vocabulary/severity';
import { breakCommand } from './break-command';
import type { GlobalOptions } from './options';
import { pageColumns } from './page-columns';
import { PAGE_COLUMNS, wrapText } from './plain-text';
import type { CliIo } from './process-io';

type Paint = (text: string) => string;

/** How words are set off and lines broken; renderers get it and know nothing of terminals. */
export interface Style {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly severity: Readonly<Record<Severity, Paint>>;
  /** Columns that a line may take. */
  readonly columns: number;
  /** Lines of prose, indented; a word that is wider than the page stands alone. */
  readonly wrap: (text: string, indent: string, firstIndent?: string) => string[];
  /** Lines of a command to be copied, indented: broken as a shell takes it, or whole where no terminal would break it. */
  readonly command: (text: string, indent: string) => string[];
}

/** What a style is made of. */
export interface StyleParts {
  readonly isColoured: boolean;
  readonly columns: number;
  /** Whether a command that is too wide is broken. */
  readonly breaksCommands: boolean;
}

const asIs: Paint = (text) => text;

function sgr(open: number, close: number): Paint {
  return (text) => (text === '' ? '' : `\u001B[${open}m${text}\u001B[${close}m`);
}

/** Colours every terminal has. */
const COLOURS = {
  bold: sgr(1, 22),
  dim: sgr(2, 22),
  severity: { ok: sgr(32, 39), warning: sgr(33, 39), critical: sgr(31, 39), unknown: sgr(35, 39) },
};

const NO_COLOURS = {
  bold: asIs,
  dim: asIs,
  severity: { ok: asIs, warning: asIs, critical: asIs, unknown: asIs },
};

/** A style of these parts. */
export function createStyle({ isColoured, columns, breaksCommands }: StyleParts): Style {
  const { bold, dim, severity } = isColoured ? COLOURS : NO_COLOURS;
  return {
    bold,
    dim,
    severity,
    columns,
    wrap: (text, indent, firstIndent = indent) => wrapText(text, indent, firstIndent, columns),
    command: (text, indent) =>
      breakCommand(text, indent, breaksCommands ? columns : Number.POSITIVE_INFINITY).map(bold),
  };
}

/** No colours at all, in a page. */
export const PLAIN_STYLE: Style = createStyle({ isColoured: false, columns: PAGE_COLUMNS, breaksCommands: false });

/** Colours, in a page. */
export const COLOUR_STYLE: Style = createStyle({ isColoured: true, columns: PAGE_COLUMNS, breaksCommands: false });

/** `--no-color`, then NO_COLOR, then FORCE_COLOR, then whether there is a terminal that can. */
function isColoured({ color }: Pick<GlobalOptions, 'color'>, { isTerminal, env }: Pick<CliIo, 'isTerminal' | 'env'>) {
  if (!color || env.NO_COLOR) return false;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTerminal.out && env.TERM !== 'dumb';
}

/** Decides once, by the call and what standard output is. */
export function chooseStyle(
  options: Pick<GlobalOptions, 'color'>,
  io: Pick<CliIo, 'isTerminal' | 'env' | 'terminal'>,
): Style {
  return createStyle({
    isColoured: isColoured(options, io),
    columns: pageColumns(io),
    // Command shells of Windows take no backslash at the end of a line.
    breaksCommands: io.isTerminal.out && io.env.OS !== 'Windows_NT',
  });
}
