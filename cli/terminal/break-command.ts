import { toPlain, widthOf } from './plain-text';

/** Words of a command; what stands in quotes is one. */
const WORDS = /(?:[^\s"']|"[^"]*"|'[^']*')+/g;

const CONTINUED = ' \\';

/** Further in than the line it continues. */
const STEP = '  ';

/**
 * A command in lines of at most `columns`, each but the last continued by a backslash, so that it can be copied whole. A
 * word that is wider stands alone, and is not broken.
 */
export function breakCommand(text: string, indent: string, columns: number): string[] {
  const plain = toPlain(text);
  if (widthOf(indent) + widthOf(plain) <= columns) return [`${indent}${plain}`];
  const lines: string[] = [];
  let line = '';
  for (const word of plain.match(WORDS) ?? []) {
    const start = lines.length === 0 ? indent : `${indent}${STEP}`;
    const longer = line === '' ? `${start}${word}` : `${line} ${word}`;
    if (line !== '' && widthOf(longer) + CONTINUED.length > columns) {
      lines.push(`${line}${CONTINUED}`);
      line = `${indent}${STEP}${word}`;
    } else line = longer;
  }
  return [...lines, line];
}
