import type { CommanderError } from 'commander';
import type { CommandWords } from '../../lib/language/command-words';

type CallWords = CommandWords['complaints']['call'];

/** How an error of commander reads, and how it is told with the parts of it that are no words of commander. */
interface Form {
  readonly code: string;
  readonly pattern: RegExp;
  readonly spellerOf: (words: CallWords) => (...parts: string[]) => string;
}

const CHOICES = /^Allowed choices are (.*)$/s;

/** Errors carry no parts, only a code and an English text. Anything may have been typed, so `.` is any character. */
const FORMS: readonly Form[] = [
  {
    code: 'commander.unknownOption',
    pattern: /^unknown option '(.*)'$/s,
    spellerOf: ({ unknownOption }) => unknownOption,
  },
  {
    code: 'commander.unknownCommand',
    pattern: /^unknown command '(.*)'$/s,
    spellerOf: ({ unknownCommand }) => unknownCommand,
  },
  {
    code: 'commander.missingArgument',
    pattern: /^missing required argument '(.*)'$/,
    spellerOf: ({ missingArgument }) => missingArgument,
  },
  {
    code: 'commander.optionMissingArgument',
    pattern: /^option '(.*)' argument missing$/,
    spellerOf: ({ optionMissingArgument }) => optionMissingArgument,
  },
  {
    code: 'commander.missingMandatoryOptionValue',
    pattern: /^required option '(.*)' not specified$/,
    spellerOf: ({ missingOption }) => missingOption,
  },
  {
    code: 'commander.invalidArgument',
    pattern: /^option '(.*?)' argument '(.*)' is invalid\. (.*)$/s,
    spellerOf:
      ({ invalid, choices }) =>
      (flags = '', value = '', why = '') =>
        invalid(
          flags,
          value,
          why.replace(CHOICES, (_, values: string) => choices(values)),
        ),
  },
  {
    code: 'commander.conflictingOption',
    pattern: /^option '(.*?)' cannot be used with option '(.*)'$/s,
    spellerOf: ({ conflict }) => conflict,
  },
  {
    code: 'commander.excessArguments',
    pattern: /^too many arguments for '(.*)'\. Expected (\d+) arguments? but got (\d+)$/,
    spellerOf: ({ tooMany }) => tooMany,
  },
];

const SUGGESTION = /\n\(Did you mean (one of )?(.*)\?\)$/;

/**
 * What commander says of a call that cannot be parsed, in a language and with the suggestion it makes. A text of a form
 * that is not known here stands as it is.
 */
export function spellCallError({ code, message }: CommanderError, { complaints }: CommandWords): string {
  const words = complaints.call;
  const text = message.replace(/^error: |\.$/g, '');
  const [suggestion = '', several, candidates = ''] = SUGGESTION.exec(text) ?? [];
  const bare = text.slice(0, text.length - suggestion.length);
  const form = FORMS.find((one) => one.code === code && one.pattern.test(bare));
  const [, ...parts] = form?.pattern.exec(bare) ?? [];
  const complaint = form ? form.spellerOf(words)(...parts) : bare;
  if (suggestion === '') return complaint;
  return several ? words.didYouMeanOneOf(complaint, candidates) : words.didYouMean(complaint, candidates);
}
