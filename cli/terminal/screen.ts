import type { CliIo } from './process-io';

const ESCAPE = '\u001B[';

/** Escape sequences of ECMA-48 and xterm that every terminal of today has. */
export const SEQUENCES = {
  /** The screen beside the one with the user's history, which comes back untouched. */
  enter: `${ESCAPE}?1049h`,
  leave: `${ESCAPE}?1049l`,
  hideCursor: `${ESCAPE}?25l`,
  showCursor: `${ESCAPE}?25h`,
  /** A line too wide for the terminal is cut off at its edge and moves no other. */
  wrapOff: `${ESCAPE}?7l`,
  wrapOn: `${ESCAPE}?7h`,
  home: `${ESCAPE}H`,
  eraseLine: `${ESCAPE}K`,
  eraseBelow: `${ESCAPE}J`,
} as const;

/** A whole terminal to draw on. */
export interface Screen {
  /** Shows the lines from the top, as many as there are rows. */
  draw(lines: readonly string[]): void;
  /** Gives the terminal back as it was. */
  close(): void;
}

/** Takes the terminal over. Every line is written over the old one, so nothing flickers. */
export function openScreen(io: Pick<CliIo, 'writeOut' | 'terminal'>): Screen {
  const { enter, leave, hideCursor, showCursor, wrapOff, wrapOn, home, eraseLine, eraseBelow } = SEQUENCES;
  io.writeOut(`${enter}${hideCursor}${wrapOff}${home}${eraseBelow}`);
  return {
    draw(lines) {
      const shown = lines.slice(0, io.terminal.size().rows).map((line) => `${line}${eraseLine}`);
      io.writeOut(`${home}${shown.join('\r\n')}${eraseBelow}`);
    },
    close: () => io.writeOut(`${wrapOn}${showCursor}${leave}`),
  };
}
