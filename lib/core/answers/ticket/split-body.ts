/** Cuts a piece that is too long itself between its lines, and a line that is too long where it must be. */
function cutLines(piece: string, longest: number): string[] {
  const cut = new RegExp(`[^]{1,${longest}}`, 'g');
  return piece.split('\n').flatMap((line) => (line.length <= longest ? [line] : (line.match(cut) ?? [])));
}

function fill(pieces: readonly string[], glue: string, longest: number): string[] {
  const parts: string[] = [];
  for (const piece of pieces) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + glue.length + piece.length <= longest) {
      parts[parts.length - 1] = `${last}${glue}${piece}`;
    } else parts.push(piece);
  }
  return parts;
}

/** A text in parts of at most so many characters, cut between its sections if it can be; nothing is left out. */
export function splitBody(body: string, longest: number): string[] {
  const sections = body
    .trim()
    .split(/\n\n(?=## )/)
    .flatMap((section) => (section.length <= longest ? [section] : fill(cutLines(section, longest), '\n', longest)));
  return fill(sections, '\n\n', longest);
}
