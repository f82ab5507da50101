import { readFileSync } from 'node:fs';

/** Of Linux, on all machines one meets. */
const TICK_MS = 10;

function functionProcess(): string {
  const [pid = ''] = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ');
  return pid;
}

/** The most memory the function's process, the one child of this process, ever held. */
export function peakKib(): number {
  const [, kib] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${functionProcess()}/status`, 'utf8')) ?? [];
  return Number(kib);
}

/** Milliseconds of a processor that it has used. */
export function processorMs(): number {
  const [, rest = ''] = /\) (.*)/.exec(readFileSync(`/proc/${functionProcess()}/stat`, 'utf8')) ?? [];
  const fields = rest.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}
