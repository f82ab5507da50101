/** Ends what was begun: a listener, a timer. */
export type Stop = () => void;

/** Columns and rows of a terminal. */
export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}

/** What a command needs that stays on screen; tests bring a terminal that only remembers. */
export interface LiveTerminal {
  /** 80 by 24 where it is not known. */
  size(): TerminalSize;
  onResize(listener: () => void): Stop;
  /** Keys as they are pressed, without Enter; Ctrl-C is `\u0003`. Nothing comes where standard input is no terminal. */
  onKey(listener: (key: string) => void): Stop;
  /** The process is asked to end: by a signal, or because its terminal is gone. */
  onInterrupt(listener: () => void): Stop;
  /** Calls once, after so many milliseconds. */
  startTimer(milliseconds: number, listener: () => void): Stop;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function listenForKeys(listener: (key: string) => void): Stop {
  const { stdin } = process;
  if (stdin.isTTY !== true) return () => undefined;
  const listen = (bytes: Buffer) => listener(bytes.toString('utf8'));
  stdin.setRawMode(true);
  stdin.on('data', listen);
  stdin.resume();
  return () => {
    stdin.off('data', listen);
    stdin.setRawMode(false);
    stdin.pause();
  };
}

/** The terminal of the process. */
export function createProcessTerminal(): LiveTerminal {
  const { stdout } = process;
  return {
    size: () => ({ columns: stdout.columns || 80, rows: stdout.rows || 24 }),
    onResize(listener) {
      stdout.on('resize', listener);
      return () => void stdout.off('resize', listener);
    },
    onKey: listenForKeys,
    onInterrupt(listener) {
      for (const signal of SIGNALS) process.on(signal, listener);
      return () => {
        for (const signal of SIGNALS) process.off(signal, listener);
      };
    },
    startTimer(milliseconds, listener) {
      const timer = setTimeout(listener, milliseconds);
      return () => clearTimeout(timer);
    },
  };
}
