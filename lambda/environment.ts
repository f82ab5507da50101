/** Variables of a function. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable that the stack always sets. @throws Error that names it. */
export function required(environment: Environment, name: string): string {
  const value = environment[name];
  if (!value) throw new Error(`environment variable ${name} is missing; the stack sets it`);
  return value;
}
