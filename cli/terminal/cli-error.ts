/** Exit codes; part of the interface. */
export const EXIT = {
  /** Nothing at or above `--fail-on`. */
  fine: 0,
  /** Something is. */
  found: 1,
  /** The call is wrong. */
  wrongCall: 2,
  /** AWS could not be read. */
  unreadable: 3,
} as const;

/** One of {@link EXIT}. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * Ends the program with a code and one line: what, why, what to do. The line is in the language of the call, for whoever
 * throws is handed its words: so the compiler sees the parameters of each text, and the stack shows the same line.
 */
export class CliError extends Error {
  override readonly name = 'CliError';

  constructor(
    readonly exitCode: typeof EXIT.wrongCall | typeof EXIT.unreadable,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
