/** Demo entry: the command `demo` with the arguments of `npm run demo`. */
import { createProgram } from '../cli/program/program';
import { createProcessIo } from '../cli/terminal/process-io';
import { main } from './demo/main';

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

const io = createProcessIo();

createProgram(io, { demo: (options) => main(options, io) })
  .run(['demo', ...process.argv.slice(2)])
  .then((exitCode) => {
    process.exitCode = exitCode;
  });
