import { createProgram } from '../../../../cli/program/program';
import { createProcessIo } from '../../../../cli/terminal/process-io';
import { NOW } from '../../captured-io';

/** Between two commands of the output. */
const BREAK = '\f';

/** Runs each command of the arguments (words apart by spaces) over the terminal of this process, at the tests' moment. */
async function printCommands(commands: readonly string[]): Promise<void> {
  const io = { ...createProcessIo(), now: () => Date.parse(NOW) };
  for (const command of commands) {
    await createProgram(io).run(command.split(' '));
    io.writeOut(BREAK);
  }
}

void printCommands(process.argv.slice(2));
