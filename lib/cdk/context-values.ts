import type { Node } from 'constructs';

/** Reads a context value as text; `undefined` when it is not given. */
export function readText(node: Node, key: string): string | undefined {
  const value: unknown = node.tryGetContext(key);
  return value === undefined || value === null || value === '' ? undefined : String(value);
}

/** A switch; left out it is off, unless said otherwise. @throws Error for what is neither true nor false. */
export function readSwitch(node: Node, key: string, unset = false): boolean {
  const text = readText(node, key) ?? `${unset}`;
  if (text === 'true' || text === 'false') return text === 'true';
  throw new Error(`context ${key} is ${JSON.stringify(text)}; true or false is needed`);
}

/** A number; `undefined` when it is not given. @throws Error for what is none. */
export function readNumber(node: Node, key: string, allowed: string): number | undefined {
  const text = readText(node, key);
  if (text === undefined) return undefined;
  const number = Number(text);
  if (Number.isFinite(number)) return number;
  throw new Error(`context ${key} is ${JSON.stringify(text)}; ${allowed}`);
}

/** A comma list, or a list in cdk.json; `undefined` when it is not given. */
export function readList(node: Node, key: string): string[] | undefined {
  const entries = readText(node, key)
    ?.split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  return entries?.length === 0 ? undefined : entries;
}
