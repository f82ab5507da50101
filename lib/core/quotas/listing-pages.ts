function isPage(value: unknown, key: string): value is Readonly<Record<string, unknown[]>> {
  return typeof value === 'object' && value !== null && Array.isArray((value as Record<string, unknown>)[key]);
}

/** Cuts a text after each top-level object or array; what follows the last one is a piece of its own. */
function splitDocuments(text: string): string[] {
  const pieces: string[] = [];
  let [start, depth, isInString] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (isInString) {
      if (sign === '\\') at++;
      else if (sign === '"') isInString = false;
    } else if (sign === '"') isInString = true;
    else if (sign === '{' || sign === '[') depth++;
    else if (sign === '}' || sign === ']') depth--;
    if (depth === 0 && !isInString && (sign === '}' || sign === ']')) {
      pieces.push(text.slice(start, at + 1));
      start = at + 1;
    }
  }
  return [...pieces, text.slice(start)].map((piece) => piece.trim()).filter((piece) => piece !== '');
}

function parseDocuments(text: string): unknown[] {
  try {
    return [JSON.parse(text)];
  } catch (error) {
    const pieces = splitDocuments(text);
    if (pieces.length < 2) throw error;
    return pieces.map((piece): unknown => JSON.parse(piece));
  }
}

/**
 * The rows of a saved listing: a reply of the AWS CLI with its rows under `key`, several such pages one after the other
 * or in an array, or the rows alone as an array. A byte order mark is fine.
 * @returns `null` when the text is JSON of another shape.
 * @throws SyntaxError when it is no JSON.
 */
export function parseListing(text: string, key: string): unknown[] | null {
  const rows: unknown[] = [];
  for (const document of parseDocuments(text.trim())) {
    const isList = Array.isArray(document);
    if (!isList && !isPage(document, key)) return null;
    for (const part of isList ? document : [document]) {
      if (isPage(part, key)) rows.push(...(part[key] ?? []));
      else rows.push(part);
    }
  }
  return rows;
}
