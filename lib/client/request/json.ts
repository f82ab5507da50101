/** A JSON object out of which fields are read one by one. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** An object, or an empty one in the place of anything else. */
export function objectOf(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

/** The first that is a number of tokens; `null`: none is. */
export function firstCount(...values: readonly unknown[]): number | null {
  const found = values.find((value) => typeof value === 'number' && Number.isFinite(value) && value >= 0);
  return typeof found === 'number' ? found : null;
}

/** The object in a body of JSON; an empty one where it is none. */
export function parseBody(body: unknown): JsonObject {
  try {
    const text = typeof body === 'string' ? body : body instanceof Uint8Array ? new TextDecoder().decode(body) : '';
    return objectOf(JSON.parse(text));
  } catch {
    // A body that is no JSON says nothing: the call goes by the estimates of its model.
    return {};
  }
}
