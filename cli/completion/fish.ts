import type { CompletedOption, Completions } from './completions';

function quote(text: string): string {
  return `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
}

function toFlags({ flag, description, value }: CompletedOption): string {
  const told = `-l ${flag.replace(/^--/, '')} -d ${quote(description)}`;
  if (value === 'none') return told;
  if (value === 'file') return `${told} -r -F`;
  return value === 'text' ? `${told} -x` : `${told} -x -a ${quote(value.join(' '))}`;
}

/** The completion for fish; to be read by `source`. */
export function renderFish({ program, commands, options }: Completions): string {
  return [
    `complete -c ${program} -f`,
    ...options.map((option) => `complete -c ${program} ${toFlags(option)}`),
    ...commands.flatMap(({ name, description, options: own }) => [
      `complete -c ${program} -n __fish_use_subcommand -a ${name} -d ${quote(description)}`,
      ...own.map((option) => `complete -c ${program} -n '__fish_seen_subcommand_from ${name}' ${toFlags(option)}`),
    ]),
    '',
  ].join('\n');
}
