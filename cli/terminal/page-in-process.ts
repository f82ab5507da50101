import { spawnSync } from 'node:child_process';

/** What `less` is told where LESS is not set: leave if all fits on the screen, pass colours on, leave the text there. As the AWS CLI does. */
const LESS = 'FRX';

/** Shows a text in a pager and waits until it is left. @returns whether the pager could be started. */
export function pageInProcess(text: string, pager: string): boolean {
  const [command = '', ...args] = pager.split(/\s+/);
  // Ctrl-C is the pager's while it runs.
  const ignore = () => undefined;
  process.on('SIGINT', ignore);
  try {
    const { error } = spawnSync(command, args, {
      input: text,
      stdio: ['pipe', 'inherit', 'inherit'],
      env: { LESS, ...process.env },
    });
    return error === undefined || ('code' in error && error.code === 'EPIPE');
  } finally {
    process.off('SIGINT', ignore);
  }
}
