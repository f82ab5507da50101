import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startLocalAccount } from '../../local/account/local-account';
import type { QuotaTableRow } from '../../local/quotas/table';
import { BUSY_DAY, startBusyDay } from '../../local/scenario/busy-day';
import { Mailbox } from './mailbox';
import { type DayReport, playDay } from './play-day';
import { synthesise } from './synthesise';

const RECIPIENT = 'ops@example.com';

/** How the demo runs. */
export interface DemoOptions {
  /** The project's root. */
  readonly root: string;
  readonly quotas: readonly QuotaTableRow[];
  /** Where messages, log and page go. */
  readonly output: string;
  readonly print: (text: string) => void;
  /** A line that is overwritten by the next one, and the share of the day it stands for. */
  readonly progress: (text: string, share: number) => void;
  /** What is done with the account at the end of the day, before it closes. */
  readonly finish: (account: Awaited<ReturnType<typeof startLocalAccount>>) => Promise<void>;
}

/** Plays the busy day against the bundled Lambda and prints every e-mail as it would arrive. */
export async function runDemo({
  root,
  output,
  quotas,
  print,
  progress,
  finish,
}: DemoOptions): Promise<DayReport & { readonly messages: number }> {
  mkdirSync(output, { recursive: true });
  progress('synthesising the stack …', 0);
  const assembly = join(output, 'cdk.out');
  synthesise(root, assembly, RECIPIENT);
  const account = await startLocalAccount({ now: BUSY_DAY.start, quotas, trail: BUSY_DAY.trail });
  try {
    const mailbox = new Mailbox(join(output, 'messages'), RECIPIENT);
    let filed = 0;
    const report = await playDay({
      account,
      assembly,
      logFile: join(output, 'lambda.log'),
      from: BUSY_DAY.start,
      until: BUSY_DAY.end,
      playMinute: startBusyDay(account),
      widget: { at: BUSY_DAY.height, file: join(output, 'widget.html') },
      onTick: (now, share) => {
        for (const message of account.messages.slice(filed)) {
          print(`${'-'.repeat(78)}\n${mailbox.file(message)}`);
          filed++;
        }
        progress(
          `${now.toISOString().slice(11, 16)} UTC  ${Math.floor(share * 100)} % of the day  ${filed} e-mails`,
          share,
        );
      },
    });
    const calls = new Map(report.calls);
    await finish(account);
    return { ...report, calls, messages: filed };
  } finally {
    await account.close();
  }
}
