import { runCli } from '../captured-io';

it.each([
  ['pace --tokens-per-day 100000', 'the output could not be written in full: ENOSPC: no space left'],
  ['pace --tokens-per-day 100000 --language pt-BR', 'a saída não pôde ser escrita por inteiro: ENOSPC: no space left'],
])('a full disk is exit 3 with a sentence: %s', async (args, words) => {
  const codes: number[] = [];
  const { error } = await runCli(args, {
    io: { onOutputError: (tell) => void codes.push(tell(new Error('ENOSPC: no space left'))) },
  });
  expect(codes).toEqual([3]);
  expect(error).toContain(`quota-watchdog: ${words}`);
});
