import { toFunctionName } from './bash';
import type { CompletedOption, Completions } from './completions';

/** Within single quotes, in a specification whose parts are set off by `:` and `[`. */
function quote(text: string): string {
  return text.replace(/'/g, "'\\''").replace(/([[\]:])/g, '\\$1');
}

function toSpecification({ flag, description, value }: CompletedOption): string {
  const told = `${flag}[${quote(description)}]`;
  if (value === 'none') return `'${told}'`;
  const action = value === 'file' ? '_files' : value === 'text' ? '' : `(${value.join(' ')})`;
  return `'${told}:value:${action}'`;
}

/** The completion for zsh: a file of the function path, or read by `source` after `compinit`. */
export function renderZsh({ program, commands, options }: Completions): string {
  const name = toFunctionName(program);
  const lines = (all: readonly CompletedOption[], indent: string) =>
    all.map((option) => `${indent}${toSpecification(option)} \\`);
  return [
    `#compdef ${program}`,
    `${name}() {`,
    '  local curcontext="$curcontext" state line',
    '  local -a commands',
    '  commands=(',
    ...commands.map((command) => `    '${command.name}:${quote(command.description)}'`),
    '  )',
    '  _arguments -C \\',
    ...lines(options, '    '),
    "    '1:command:->command' \\",
    "    '*::argument:->argument'",
    '  case "$state" in',
    '    command) _describe command commands ;;',
    '    argument)',
    '      case "$line[1]" in',
    ...commands.flatMap((command) => [
      `        ${command.name})`,
      '          _arguments \\',
      ...lines([...command.options, ...options], '            '),
      "            '*::argument:_default' ;;",
    ]),
    '      esac ;;',
    '  esac',
    '}',
    `if [ "$funcstack[1]" = "${name}" ]; then ${name} "$@"; else compdef ${name} ${program}; fi`,
    '',
  ].join('\n');
}
