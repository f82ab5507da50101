import type { Command } from 'commander';
import type { CommandSurroundings } from '../terminal/command';
import { createParsers } from '../terminal/options';
import { runTicket, type TicketOptions } from './run';

/** Days that Support is told of. */
const TICKET_DAYS = 14;

/** `ticket` with its options. */
export function addTicket(root: Command, { words, run }: CommandSurroundings): void {
  const { commands, arguments: args, options } = words.help;
  root
    .command('ticket')
    .description(commands.ticket)
    .argument('<code-or-model...>', args.ticketSubjects)
    .option('--use-case <text>', options.useCase)
    .option('--value <number>', options.value, createParsers(words).parseCount)
    .option('--out <file>', options.out)
    .option('--open', options.open)
    .option('--yes', options.ticketYes)
    .option('--overrides <file>', options.overrides)
    .option('--burndown <file>', options.burndown)
    .action((subjects: string[], _, self: Command) =>
      run((io) => runTicket(subjects, { ...self.optsWithGlobals<TicketOptions>(), days: TICKET_DAYS }, io)),
    );
}
