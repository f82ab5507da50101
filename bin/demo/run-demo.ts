import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { commandWordsOf } from '../../lib/language/command-words';
import type { Language } from '../../lib/language/language';
import { startLocalAccount } from '../../local/account/local-account';
import type { QuotaTableRow } from '../../local/quotas/table';
import { BUSY_DAY, startBusyDay } from '../../local/scenario/busy-day';
import { Mailbox } from './mailbox';
import { type DayReport, playDay } from './play-day';
import { prepareStack, RECIPIENT } from './prepare-stack';

/** How the demo runs. */
export interface DemoOptions {
  readonly quotas: readonly QuotaTableRow[];
  /** Of the stack's messages and of what is said here. */
  readonly language: Language;
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
  language,
  output,
  quotas,
  print,
  progress,
  finish,
}: DemoOptions): Promise<DayReport & { readonly messages: number }> {
  const words = commandWordsOf(language);
  mkdirSync(output, { recursive: true });
  progress(words.demo.synthesising, 0);
  const assembly = await prepareStack(join(output, 'cdk.out'), language);
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
        progress(words.demo.progress(now.toISOString().slice(11, 16), Math.floor(share * 100), filed), share);
      },
    });
    const calls = new Map(report.calls);
    await finish(account);
    return { ...report, calls, messages: filed };
  } finally {
    await account.close();
  }
}
