/** @throws RangeError for an option of `withQuotas` that cannot be: which, what it got, and what it takes. */
export function refuseOption(name: string, got: unknown, takes: string): never {
  throw new RangeError(`withQuotas: ${name} is ${String(got)}; it takes ${takes}`);
}
