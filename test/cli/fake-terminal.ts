import type { CliIo } from '../../cli/terminal/process-io';
import { SEQUENCES } from '../../cli/terminal/screen';
import type { Stop } from '../../cli/terminal/terminal';
import { NOW } from './captured-io';

/** A terminal that only remembers: its keys, size, signals and timer are the test's. */
export interface FakeTerminal {
  /** For {@link runCli}. */
  readonly io: Partial<CliIo>;
  /** All that was written, escape sequences included. */
  written(): string;
  /** The lines on the screen now; none before and after. */
  screen(): string[];
  /** Resolves when the command waits for its next turn. */
  waiting(): Promise<void>;
  /** Seconds the command waits. */
  waitsFor(): number | null;
  /** Sets the clock forward and lets the timer ring. Resolves when the command waits again. */
  ring(minutes?: number): Promise<void>;
  press(keys: string): void;
  interrupt(): void;
  resize(rows: number): void;
}

type Listeners = Set<(key: string) => void>;

function listen(listeners: Listeners, listener: (key: string) => void): Stop {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** What a terminal shows after some output: the last picture drawn, without colours. */
function toScreen(output: string): string[] {
  if (output.includes(SEQUENCES.leave)) return [];
  const picture = output.slice(output.lastIndexOf(SEQUENCES.home) + SEQUENCES.home.length);
  return picture.replace(/\p{Cc}\[[?\d;]*[A-Za-z]/gu, '').split('\r\n');
}

/** A terminal of 80 columns at the moment of {@link NOW}. */
export function createFakeTerminal({ rows = 24, isTerminal = true } = {}): FakeTerminal {
  const keys: Listeners = new Set();
  const resizes: Listeners = new Set();
  const interrupts: Listeners = new Set();
  let output = '';
  let now = Date.parse(NOW);
  let size = rows;
  let timer: { readonly milliseconds: number; readonly ring: () => void } | null = null;
  let armed: Stop = () => undefined;
  let waiting = new Promise<void>((resolve) => {
    armed = resolve;
  });
  return {
    io: {
      isTerminal: { out: isTerminal, error: false },
      now: () => now,
      writeOut: (text) => {
        output += text;
      },
      terminal: {
        size: () => ({ columns: 80, rows: size }),
        onResize: (listener) => listen(resizes, listener),
        onKey: (listener) => listen(keys, listener),
        onInterrupt: (listener) => listen(interrupts, listener),
        startTimer(milliseconds, ring) {
          timer = { milliseconds, ring };
          armed();
          return () => {
            timer = null;
          };
        },
      },
    },
    written: () => output,
    screen: () => toScreen(output),
    waiting: () => waiting,
    waitsFor: () => (timer ? timer.milliseconds / 1000 : null),
    async ring(minutes = 1) {
      now += minutes * 60_000;
      waiting = new Promise<void>((resolve) => {
        armed = resolve;
      });
      timer?.ring();
      await waiting;
    },
    press: (text) => {
      for (const listener of keys) listener(text);
    },
    interrupt: () => {
      for (const listener of interrupts) listener('');
    },
    resize(to) {
      size = to;
      for (const listener of resizes) listener('');
    },
  };
}
