import { replaceUnseen } from './outside-text';

/** A word of a command: ours, as it stands, or from outside: any value, or the id of a model or profile. */
export type CommandWord = string | { readonly value: string } | { readonly id: string };

/** No id of Bedrock has other characters: what has some is none, and a call with it is not worth pasting. */
const ID = /^[\w.:/-]+$/;

/** What a POSIX shell reads nothing into. `~` and `=` at the beginning of a word it does. */
const PLAIN = /^[A-Za-z0-9_@%+:,./-][A-Za-z0-9_@%+=:,./-]*$/;

function quote(value: string): string {
  return PLAIN.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}

/** Whether a value can be an argument: it is one line, and no program takes it for an option. */
function isArgument(value: string): boolean {
  return value !== '' && !value.startsWith('-') && replaceUnseen(value, '') === value;
}

/**
 * A command to be pasted: each value is quoted for a POSIX shell where it must be. `null` when a value cannot be an argument, or an id is none:
 * no command is better than one that does something else.
 */
export function spellCommand(...words: readonly CommandWord[]): string | null {
  const spelled = words.map((word) => {
    if (typeof word === 'string') return word;
    if ('id' in word) return ID.test(word.id) && isArgument(word.id) ? word.id : null;
    return isArgument(word.value) ? quote(word.value) : null;
  });
  return spelled.includes(null) ? null : spelled.join(' ');
}
