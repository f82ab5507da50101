import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { WriteStream } from 'node:fs';
import { join } from 'node:path';
import type { SynthesisedFunction } from './cloud-assembly';

/** What a run of the handler came to. */
export type Invocation =
  | { readonly kind: 'returned'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly message: string };

/**
 * Runs in the child: requires the bundle and answers one event after another, as the Lambda runtime does. Plain
 * JavaScript in a string, so that it needs no loader of the parent's.
 */
const RUNTIME = `
const [file, name] = process.argv.slice(1);
let handler;
process.on('message', async ({ event, machineTime, lifetimeMs, functionArn: invokedFunctionArn }) => {
  const endsAt = Date.now() + lifetimeMs;
  const context = { functionName: 'local', awsRequestId: 'local', machineTime, invokedFunctionArn };
  if (lifetimeMs !== undefined) context.getRemainingTimeInMillis = () => endsAt - Date.now();
  try {
    handler ??= require(file)[name];
    process.send({ kind: 'returned', value: await handler(event, context) });
  } catch (error) {
    process.send({ kind: 'failed', message: error && error.message ? error.message : String(error) });
  }
});
`;

/** When a run takes place. */
export interface InvocationMoment {
  /** The clock of the account, which is simulated, in place of the machine's; milliseconds since 1970. @default - the machine's */
  readonly machineTime?: number;
  /** What the function is told is left of its time. @default - it is told nothing */
  readonly lifetimeMs?: number;
  /** What the function is told is its own ARN. @default - it is told none */
  readonly functionArn?: string;
}

/** A warm execution environment of one function: a process of its own with the function's environment alone. */
export interface LambdaHost {
  /** Runs the handler with an event. @throws Error when the process dies meanwhile. */
  invoke(event: unknown, moment?: InvocationMoment): Promise<Invocation>;
  /** Ends the process at once, as a crash would. */
  kill(): void;
}

/** Starts a function. @param log where standard output and error of the function go. */
export function startLambda(
  code: SynthesisedFunction,
  environment: Readonly<Record<string, string>>,
  log: WriteStream,
): LambdaHost {
  const [file, name] = code.handler.split('.');
  const child: ChildProcess = spawn(
    process.execPath,
    ['-e', RUNTIME, join(code.codeDirectory, `${file}.js`), name ?? 'handler'],
    {
      env: { ...code.environment, ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  return {
    async invoke(event, moment = {}) {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error('the function process has ended');
      const ended = new AbortController();
      const dies = once(child, 'exit', { signal: ended.signal }).then(() => {
        throw new Error('the function process ended during the run');
      });
      const answers = once(child, 'message', { signal: ended.signal }).then(([message]) => message as Invocation);
      child.send({ event, ...moment });
      try {
        return await Promise.race([answers, dies]);
      } finally {
        ended.abort();
        await Promise.allSettled([answers, dies]);
      }
    },
    kill() {
      child.kill('SIGKILL');
    },
  };
}
