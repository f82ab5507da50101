import type { CompletedOption, Completions } from './completions';

/** A function name out of the program's. */
export function toFunctionName(program: string): string {
  return `_${program.replace(/\W/g, '_')}`;
}

function flagsOf(options: readonly CompletedOption[]): string {
  return options.map(({ flag }) => flag).join(' ');
}

/** Files are completed by readline itself, where bash can be told so (4 and newer). */
const FILES = 'type compopt >/dev/null 2>&1 && compopt -o default';

function renderValue({ flag, value }: CompletedOption): string[] {
  if (value === 'none') return [];
  if (value === 'text') return [`    ${flag}) return ;;`];
  const answer = value === 'file' ? FILES : `COMPREPLY=($(compgen -W '${value.join(' ')}' -- "$cur"))`;
  return [`    ${flag}) ${answer}; return ;;`];
}

/** The completion for bash; to be read by `source`. */
export function renderBash({ program, commands, options }: Completions): string {
  const name = toFunctionName(program);
  const names = commands.map((command) => command.name);
  const all = [...options, ...commands.flatMap((command) => command.options)];
  // A flag that several commands have takes the same kind of value in each.
  const values = [...new Map(all.map((option) => [option.flag, option])).values()];
  return [
    `${name}() {`,
    `  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" command="" word`,
    '  COMPREPLY=()',
    `  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do`,
    `    case "$word" in ${names.join('|')}) command="$word"; break ;; esac`,
    '  done',
    '  case "$prev" in',
    ...values.flatMap(renderValue),
    '  esac',
    `  local choices="${flagsOf(options)}"`,
    '  case "$command" in',
    `    "") choices="${names.join(' ')} $choices" ;;`,
    ...commands
      .filter((command) => command.options.length > 0)
      .map((command) => `    ${command.name}) choices="${flagsOf(command.options)} $choices" ;;`),
    '  esac',
    '  COMPREPLY=($(compgen -W "$choices" -- "$cur"))',
    '}',
    `complete -F ${name} ${program}`,
    '',
  ].join('\n');
}
