/** Demo entry: argv → one simulated day → exit code. */
import { createProcessIo } from '../cli/terminal/process-io';
import { main, parseDemoArguments } from './demo/main';

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

const io = createProcessIo();

async function run(): Promise<number> {
  try {
    return await main(parseDemoArguments(process.argv.slice(2)), io);
  } catch (error) {
    io.writeError(`demo: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

run().then((exitCode) => {
  process.exitCode = exitCode;
});
