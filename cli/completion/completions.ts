import type { Command } from 'commander';

/** A flag that can be completed. */
export interface CompletedOption {
  /** With its dashes. */
  readonly flag: string;
  readonly description: string;
  /** `none`: it takes no value. `text`: one that cannot be guessed. */
  readonly value: 'none' | 'file' | 'text' | readonly string[];
}

/** A command with its flags; those of the program are in every one. */
export interface CompletedCommand {
  readonly name: string;
  readonly description: string;
  readonly options: readonly CompletedOption[];
}

/** What there is to complete. */
export interface Completions {
  readonly program: string;
  readonly commands: readonly CompletedCommand[];
  readonly options: readonly CompletedOption[];
}

function toOptions({ options }: Command): CompletedOption[] {
  return options.flatMap((option): CompletedOption[] => {
    const { long, description, argChoices, flags } = option;
    if (!long || option.hidden) return [];
    if (!option.required && !option.optional) return [{ flag: long, description, value: 'none' }];
    if (argChoices) return [{ flag: long, description, value: argChoices }];
    return [{ flag: long, description, value: flags.includes('<file>') ? 'file' : 'text' }];
  });
}

/** Reads the whole program: what it takes is what is completed. */
export function toCompletions(root: Command): Completions {
  return {
    program: root.name(),
    commands: root.commands.map((command) => ({
      name: command.name(),
      description: command.description(),
      options: toOptions(command),
    })),
    options: toOptions(root),
  };
}
