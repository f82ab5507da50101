#!/usr/bin/env node
import { createProgram } from '../cli/program/program';
import type { PlayDemo } from '../cli/terminal/command';
/** CLI entry: argv → one call → render → exit code. */
import { createProcessIo } from '../cli/terminal/process-io';

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

const io = createProcessIo();
const playDemo: PlayDemo = async (options) => (await import('./demo/main.js')).main(options, io);

async function startLocal() {
  const { startPlayedAccount } = await import('../local/scenario/played-account.js');
  const { environment, clock, close } = await startPlayedAccount();
  return { environment, now: () => clock.now().getTime(), close };
}

createProgram(io, { demo: playDemo, startLocal })
  .run(process.argv.slice(2))
  .then((exitCode) => {
    process.exitCode = exitCode;
  });
