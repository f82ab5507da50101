import type { CliIo } from './process-io';

/** Says on standard error what is being read. */
export interface Progress {
  /** Begins a read; the returned function ends it with its amount. */
  start(what: string): (amount: string) => void;
}

const ERASE_LINE = '\r\u001B[K';

/** Progress for a terminal; where standard error is none, it is silent. */
export function createProgress(io: CliIo): Progress {
  if (!io.isTerminal.error) return { start: () => () => undefined };
  const running: string[] = [];
  const show = () => (running.length === 0 ? '' : `${running.join(', ')} …`);
  return {
    start(what) {
      running.push(what);
      io.writeError(`${ERASE_LINE}${show()}`);
      return (amount) => {
        running.splice(running.indexOf(what), 1);
        io.writeError(`${ERASE_LINE}${what} … ${amount}\n${show()}`);
      };
    },
  };
}
