import { type Command, Help, type Option } from 'commander';
import { lookUp } from '../../lib/core/vocabulary/wording';
import type { CommandWords } from '../../lib/language/command-words';

function describeOption(option: Option, { help }: CommandWords): string {
  const { argChoices, defaultValue, defaultValueDescription, required } = option;
  const quote = (value: unknown) => JSON.stringify(value);
  const notes = [
    ...(argChoices ? [help.choices(argChoices.map(quote).join(', '))] : []),
    // Of a flag without a value the default is no news.
    ...(required && defaultValue !== undefined ? [help.standard(defaultValueDescription ?? quote(defaultValue))] : []),
  ];
  return notes.length === 0 ? option.description : `${option.description} (${notes.join(', ')})`;
}

/**
 * Commander's help in a language: its titles, `[options]`, choices and defaults, and the help of help and version. It has
 * no translations of its own; these are the seams its typings name. Commands that are added later inherit them.
 */
export function speakHelp(command: Command, words: CommandWords): Command {
  const { titles, optionsMark, commandMark, help } = words.help;
  const translateMarks = (text: string) =>
    text.replace('[options]', () => optionsMark).replace('[command]', () => commandMark);
  return command
    .helpOption('-h, --help', help)
    .helpCommand('help [command]', help)
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => lookUp(titles, title),
      optionDescription: (option) => describeOption(option, words),
      commandUsage: (one) => translateMarks(new Help().commandUsage(one)),
      subcommandTerm: (one) => translateMarks(new Help().subcommandTerm(one)),
    });
}
