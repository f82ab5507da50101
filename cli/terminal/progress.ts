import { spellCount, spellQuantity } from '../../lib/core/vocabulary/wording';
import type { CommandWords } from '../../lib/language/command-words';
import type { CliIo } from './process-io';

/** Says on standard error what is being read. */
export interface Progress {
  /** Begins a read of a Region; the returned function ends it with the number of quotas, of model ids with traffic, of models, or of refused calls. */
  start(what: 'quotas' | 'usage' | 'models' | 'refusals', region: string): (count: number) => void;
}

/** Progress that is not told. */
export const NO_PROGRESS: Progress = { start: () => () => undefined };

const ERASE_LINE = '\r\u001B[K';

/** Progress for a terminal; where standard error is none, it is silent. */
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
        const amount = what === 'usage' ? spellQuantity(count, reading.modelId, words) : spellCount(count, words);
        io.writeError(`${ERASE_LINE}${line} … ${amount}\n${show()}`);
      };
    },
  };
}
