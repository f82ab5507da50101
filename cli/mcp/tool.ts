/** A file that `mcp` itself is given for the commands behind its tools. */
export type SettingsOption = 'overrides' | 'burndown' | 'rules';

/** How a value of a tool becomes words of a call: the flag once, once a value, or once with commas between the values. */
export type InputKind = 'text' | 'number' | 'switch' | 'repeated' | 'joined';

/** A value that a tool takes. Its rules are those of the command line, which says what is wrong with it. */
export interface ToolInput {
  readonly name: string;
  /** The flag of the command; `null`: its argument. */
  readonly flag: string | null;
  readonly kind: InputKind;
  readonly isRequired: boolean;
  /** For the model: meaning, unit, form, default. */
  readonly description: string;
}

/** A command as a tool; named as the command. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  /** For the model: the question it answers, units, AWS calls and their cost. */
  readonly description: string;
  readonly inputs: readonly ToolInput[];
  /** Which settings of `mcp` its command takes. */
  readonly settings: readonly SettingsOption[];
}

/** What a model sent for a tool, by input. */
export type ToolValues = Readonly<Record<string, unknown>>;
