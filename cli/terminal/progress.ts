import { spellCount, spellQuantity } from '../../lib/core/vocabulary/wording';
import type { CommandWords } from '../../lib/language/command-words';
import type { CliIo } from './process-io';

/** Says on standard error what is being read. */
export interface Progress {
  /**
   * Begins a read of a Region; the returned function ends it with the number of quotas, of model ids with traffic, of models,
   * or of refused calls. `null`: there is nothing to count.
   */
  start(what: 'quotas' | 'usage' | 'models' | 'refusals' | 'watchdog', region: string): (count: number | null) => void;
}

/** Progress that is not told. */
export const NO_PROGRESS: Progress = { start: () => () => undefined };

const ERASE_LINE = '\r\u001B[K';

/**
 * Progress for a terminal. Where standard error is none, it is silent, as the AWS CLI is: what stands there is taken for
 * trouble by schedulers and shells, and each call ends by itself and is named.
 */
export function createProgress(io: CliIo, words: CommandWords): Progress {
  if (!io.isTerminal.error) return NO_PROGRESS;
  const { reading } = words.complaints;
  const running: string[] = [];
  const show = () => (running.length === 0 ? '' : `${running.join(', ')} …`);
  return {
    start(what, region) {
      const line = reading[what](region);
      running.push(line);
      io.writeError(`${ERASE_LINE}${show()}`);
      return (count) => {
        running.splice(running.indexOf(line), 1);
        const spell = (number: number) =>
          what === 'usage' ? spellQuantity(number, reading.modelId, words) : spellCount(number, words);
        io.writeError(`${ERASE_LINE}${line}${count === null ? '' : ` … ${spell(count)}`}\n${show()}`);
      };
    },
  };
}

/** Says on standard error how many of many were read; on a terminal alone, as {@link createProgress}. */
export function createCount(io: CliIo, words: CommandWords): (done: number, all: number) => void {
  if (!io.isTerminal.error) return () => undefined;
  return (done, all) => {
    const line = words.complaints.reading.targets(spellCount(done, words), spellCount(all, words));
    io.writeError(`${ERASE_LINE}${line}${done === all ? '\n' : ''}`);
  };
}
