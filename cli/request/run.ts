import { createClients } from '../../aws/clients';
import { requestIncrease } from '../../aws/increase-quota';
import { SCHEMA_VERSION } from '../../lib/contract';
import { type PlannedIncrease, planIncreases } from '../../lib/core/answers/increase';
import { spellQuantity } from '../../lib/core/vocabulary/wording';
import { type CommandWords, commandWordsOf, EN_COMMANDS } from '../../lib/language/command-words';
import { closeClients } from '../region/connection';
import {
  complainOfReadings,
  type EvaluatedRegion,
  type EvaluationOptions,
  evaluateRegions,
} from '../region/evaluate-region';
import { CliError, EXIT, type ExitCode } from '../terminal/cli-error';
import { toOneLine } from '../terminal/plain-text';
import type { CliIo } from '../terminal/process-io';
import { chooseStyle } from '../terminal/style';
import { writeDocuments } from '../terminal/write-documents';
import type { RequestDocument, RequestedQuota } from './document';
import { renderPlanned, renderResult, spellReason } from './render';

/** Options of `request`. */
export type RequestOptions = Omit<EvaluationOptions, 'rules'> & {
  /** @default - chosen for each quota */
  readonly value?: number;
  /** Send without a question. */
  readonly yes?: boolean;
  readonly dryRun?: boolean;
};

const QUOTA_CODE = /^L-[0-9A-F]{8}$/;

function toRow(planned: PlannedIncrease, words: CommandWords): RequestedQuota {
  const quota = planned.kind === 'unknown' ? null : planned.quota;
  const isAsked = planned.kind === 'ask';
  return {
    quotaCode: planned.kind === 'unknown' ? planned.quotaCode : planned.quota.quotaCode,
    quotaName: quota?.quotaName ?? null,
    appliedValue: quota?.appliedValue ?? null,
    defaultValue: quota?.defaultValue ?? null,
    desiredValue: isAsked ? planned.desiredValue : null,
    basis: isAsked ? planned.basis : null,
    state: isAsked ? 'planned' : 'notAsked',
    reason: isAsked ? null : spellReason(planned, words),
    requestId: null,
    status: null,
    caseId: null,
  };
}

/** AWS's refusal in our words with its own beside them. */
function spellRefusal(error: unknown, { request }: CommandWords): string {
  const [name, message] = error instanceof Error ? [error.name, error.message] : ['Error', String(error)];
  const known: Readonly<Record<string, string>> = request.refusals;
  return request.refused(known[name] ?? request.refusedOtherwise, toOneLine(`${name}: ${message}`));
}

/** Sends what is planned, one after the other; a refusal of one stops no other. */
async function send(rows: readonly RequestedQuota[], region: string, words: CommandWords): Promise<RequestedQuota[]> {
  const clients = createClients(region, new Map());
  const sent: RequestedQuota[] = [];
  try {
    for (const row of rows) {
      if (row.state !== 'planned' || row.desiredValue === null) {
        sent.push(row);
        continue;
      }
      try {
        const { id, status, caseId } = await requestIncrease(clients.serviceQuotas, row.quotaCode, row.desiredValue);
        sent.push({ ...row, state: 'sent', requestId: id, status, caseId });
      } catch (error) {
        sent.push({ ...row, state: 'refused', reason: spellRefusal(error, words) });
      }
    }
  } finally {
    closeClients(clients);
  }
  return sent;
}

/** Whether to send. @throws CliError when nobody can be asked. */
async function isWanted(count: number, region: string, options: RequestOptions, io: CliIo): Promise<boolean> {
  if (options.yes) return true;
  const { request } = commandWordsOf(options.language);
  const words = commandWordsOf(options.language);
  const answer = await io.ask(request.question(spellQuantity(count, request.request, words), region));
  if (answer === null) throw new CliError(EXIT.wrongCall, request.complaints.needsYes);
  return request.yes.test(answer.trim());
}

function checkCall(quotaCodes: readonly string[], options: RequestOptions): void {
  const { complaints } = commandWordsOf(options.language).request;
  const bad = quotaCodes.find((code) => !QUOTA_CODE.test(code));
  if (bad !== undefined) throw new CliError(EXIT.wrongCall, complaints.badCode(toOneLine(bad)));
  if (options.region.length > 1) throw new CliError(EXIT.wrongCall, complaints.oneRegion);
}

function planIn(quotaCodes: readonly string[], options: RequestOptions, { quotas, evaluation }: EvaluatedRegion) {
  return planIncreases({
    quotaCodes: [...new Set(quotaCodes)],
    value: options.value ?? null,
    quotas: quotas.catalog.quotas,
    measurements: evaluation.measurements,
    requests: quotas.catalog.requests?.requests ?? [],
  });
}

/**
 * `request`: what to ask for of each quota, a question, and the requests. Nothing is sent while quotas or open requests could
 * not be read. @throws CliError
 */
export async function runRequest(quotaCodes: readonly string[], options: RequestOptions, io: CliIo): Promise<ExitCode> {
  checkCall(quotaCodes, options);
  // Programs read English in every language.
  const words = options.json ? EN_COMMANDS : commandWordsOf(options.language);
  const [read] = await evaluateRegions(options, io);
  if (!read) return EXIT.unreadable;
  const isUnread = read.quotas.blindSpots.some(({ source }) => source.startsWith('servicequotas:'));
  if (complainOfReadings([read], options, io) || isUnread) return EXIT.unreadable;
  const { region, accountId } = read.evaluation;
  const planned = planIn(quotaCodes, options, read);
  const rows = planned.map((one) => toRow(one, words));
  const count = rows.filter(({ state }) => state === 'planned').length;
  const style = chooseStyle(options, io);
  if (!options.json) io.writeOut(renderPlanned(planned, region, style, words));
  const isSent = count > 0 && !options.dryRun && (await isWanted(count, region, options, io));
  const requests = isSent ? await send(rows, region, words) : rows;
  if (options.json) {
    const document: RequestDocument = { schemaVersion: SCHEMA_VERSION, accountId, region, requests };
    writeDocuments({ documents: [document], isMany: false, isJson: true }, String, io);
  } else {
    io.writeOut(renderResult(requests, { isSent, isDryRun: options.dryRun === true }, style, words));
  }
  const isDone = requests.every(({ state }) => state === (isSent ? 'sent' : 'planned'));
  return isDone && (isSent || options.dryRun) ? EXIT.fine : EXIT.found;
}
