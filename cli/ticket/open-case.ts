import type { SupportClient } from '@aws-sdk/client-support';
import { describeAwsError } from '../../aws/aws-error';
import {
  addToCase,
  createCase,
  createSupportClient,
  findBedrockCategory,
  LONGEST_COMMUNICATION,
  type OpenCase,
  readDisplayId,
  readOpenCases,
  SupportCallError,
} from '../../aws/support';
import { splitBody } from '../../lib/core/answers/ticket';
import { spellStatement } from '../../lib/core/vocabulary/statement';
import { commandWordsOf } from '../../lib/language/command-words';
import { CliError, EXIT, type ExitCode } from '../terminal/cli-error';
import { complain } from '../terminal/complain';
import type { GlobalOptions } from '../terminal/options';
import type { CliIo } from '../terminal/process-io';
import type { TicketCase } from './document';

/** What is sent to Support. */
export interface CaseText {
  readonly region: string;
  readonly subject: string;
  readonly body: string;
  readonly quotaCodes: readonly string[];
}

/** How it is asked. */
export type AskOptions = Pick<GlobalOptions, 'language'> & { readonly yes?: boolean };

const REGION = /\b[a-z]{2}(?:-[a-z]+){1,2}-\d\b/g;

/** Whether a case is about one of the quotas here: a code in its texts, and no other Region alone. */
function isAbout({ text }: OpenCase, { quotaCodes, region }: CaseText): boolean {
  const regions: readonly string[] = text.match(REGION) ?? [];
  return quotaCodes.some((code) => text.includes(code)) && (regions.length === 0 || regions.includes(region));
}

async function isWanted(question: string, { yes, language }: AskOptions, io: CliIo): Promise<boolean> {
  if (yes) return true;
  const { ticket } = commandWordsOf(language);
  const answer = await io.ask(question);
  if (answer === null) throw new CliError(EXIT.wrongCall, ticket.complaints.needsYes);
  return ticket.yes.test(answer.trim());
}

async function sendParts(
  client: SupportClient,
  found: OpenCase | undefined,
  text: CaseText,
  categoryCode: string | null,
) {
  const parts = splitBody(text.body, LONGEST_COMMUNICATION);
  let caseId = found?.caseId ?? null;
  let failure: unknown = null;
  for (const [index, body] of parts.entries()) {
    try {
      if (caseId !== null) await addToCase(client, caseId, body);
      else caseId = await createCase(client, { subject: text.subject, body, categoryCode: categoryCode ?? '' });
    } catch (error) {
      // What came before is sent: it must be told, not thrown away with the error.
      if (index === 0) throw error;
      failure = error;
      break;
    }
  }
  return { caseId: caseId ?? '', failure };
}

function spellFailure(error: unknown, { language }: AskOptions): string {
  if (!(error instanceof SupportCallError)) throw error;
  return spellStatement(describeAwsError(error.action, error.cause), commandWordsOf(language));
}

async function send(client: SupportClient, text: CaseText, options: AskOptions, io: CliIo) {
  const { ticket } = commandWordsOf(options.language);
  const found = (await readOpenCases(client)).find((one) => isAbout(one, text));
  const categoryCode = found ? null : await findBedrockCategory(client);
  if (!found && categoryCode === null) {
    complain(io, ticket.noCategory);
    return { sent: null, exitCode: EXIT.found };
  }
  const question = found ? ticket.open(found.displayId ?? found.caseId) : ticket.question(text.region);
  if (!(await isWanted(question, options, io))) {
    complain(io, ticket.cancelled);
    return { sent: null, exitCode: EXIT.found };
  }
  const { caseId, failure } = await sendParts(client, found, text, categoryCode);
  // The number is a courtesy: the case is there without it.
  const id = found?.displayId ?? (await readDisplayId(client, caseId).catch(() => null)) ?? caseId;
  const sent: TicketCase = { id, state: found ? 'appended' : 'opened' };
  if (failure !== null) {
    complain(io, ticket.halfSent(id, spellFailure(failure, options)));
    return { sent, exitCode: EXIT.unreadable };
  }
  complain(io, ticket[sent.state](id));
  complain(io, ticket.next);
  return { sent, exitCode: EXIT.fine };
}

/** Opens a case, or adds to one about the same, after a question. @throws CliError when nobody can be asked. */
export async function openCase(
  text: CaseText,
  options: AskOptions,
  io: CliIo,
): Promise<{ readonly sent: TicketCase | null; readonly exitCode: ExitCode }> {
  const client = createSupportClient();
  try {
    return await send(client, text, options, io);
  } catch (error) {
    if (error instanceof SupportCallError && error.isPlanMissing) {
      complain(io, commandWordsOf(options.language).ticket.noPlan);
      return { sent: null, exitCode: EXIT.found };
    }
    if (!(error instanceof SupportCallError)) throw error;
    complain(io, spellFailure(error, options));
    return { sent: null, exitCode: EXIT.unreadable };
  } finally {
    client.destroy();
  }
}
