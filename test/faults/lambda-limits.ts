import { readFileSync } from 'node:fs';

/** The function's memory in the stack, and what a run may take before it is ended. */
export const MEMORY_KIB = 256 * 1024;
export const LONGEST_RUN_MS = 55_000;

/** V8 as Lambda starts it with that memory: nine tenths of it for what is old, and a tenth for what is new. */
export const LAMBDA_MEMORY: Readonly<Record<string, string>> = {
  NODE_OPTIONS: '--max-old-space-size=230 --max-semi-space-size=12',
};

function childPid(): string {
  return readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ')[0] ?? '';
}

/** Hundredths of a second, as Linux counts. */
const TICKS_PER_SECOND = 100;

/** The time of a processor that the child of this process has used. */
export function childCpuSeconds(): number {
  const fields = readFileSync(`/proc/${childPid()}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** The most memory the child of this process ever held. */
export function childPeakKib(): number {
  const pid = childPid();
  const [, kib] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kib);
}
