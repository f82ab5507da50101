import { replaceUnseen } from '../../lib/core/vocabulary/outside-text';

/** Columns a text is wrapped at, where it can be. */
export const PAGE_COLUMNS = 80;

/** Text without characters that cannot be seen: names from AWS cannot steer a terminal. */
export function toPlain(text: string): string {
  return replaceUnseen(text, '?');
}

/** One line of what may have several. */
export function toOneLine(text: string): string {
  return toPlain(text.replace(/\s+/g, ' ').trim());
}

/** Characters a text takes in a terminal. */
export function widthOf(text: string): number {
  return [...text].length;
}

/** Lines of at most `columns`, indented; a word that is longer stands alone. @param columns default {@link PAGE_COLUMNS}. */
export function wrapText(text: string, indent: string, firstIndent = indent, columns = PAGE_COLUMNS): string[] {
  const lines: string[] = [];
  let line = firstIndent;
  let isEmpty = true;
  for (const word of toOneLine(text).split(' ')) {
    if (!isEmpty && widthOf(line) + 1 + widthOf(word) > columns) {
      lines.push(line);
      line = indent;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line];
}
