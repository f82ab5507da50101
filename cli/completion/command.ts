import { type Command, InvalidArgumentError } from 'commander';
import { EXIT } from '../terminal/cli-error';
import type { CommandSurroundings } from '../terminal/command';
import { renderBash } from './bash';
import { type Completions, toCompletions } from './completions';
import { renderFish } from './fish';
import { renderZsh } from './zsh';

type Renderer = (completions: Completions) => string;

const RENDERERS: Readonly<Record<string, Renderer | undefined>> = {
  bash: renderBash,
  zsh: renderZsh,
  fish: renderFish,
};

/** `completion`: the script by which a shell completes commands and flags. */
export function addCompletion(root: Command, { words, run }: CommandSurroundings): void {
  const { commands, arguments: args } = words.help;
  root
    .command('completion')
    .description(commands.completion)
    .argument('<shell>', args.shell, (shell: string): Renderer => {
      const render = RENDERERS[shell];
      if (!render) throw new InvalidArgumentError(words.complaints.values.shell);
      return render;
    })
    .action((render: Renderer) =>
      run(async (io) => {
        io.writeOut(render(toCompletions(root)));
        return EXIT.fine;
      }),
    );
}
