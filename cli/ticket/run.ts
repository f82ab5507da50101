import { SCHEMA_VERSION } from '../../lib/contract';
import { describeTicket, type LeftOut, leaveOut, quotasOfModel, type TicketQuota } from '../../lib/core/answers/ticket';
import { isSpentBy } from '../../lib/core/measure/spending';
import type { ResolvedModelId } from '../../lib/core/traffic/model-traffic';
import { consoleDomainOf } from '../../lib/core/vocabulary/console';
import type { MappedQuota } from '../../lib/core/vocabulary/quota';
import { spellReason } from '../../lib/core/vocabulary/unknown-reason';
import { spellCount } from '../../lib/core/vocabulary/wording';
import { type CommandWords, commandWordsOf } from '../../lib/language/command-words';
import { complainOfReadings } from '../region/evaluate-region';
import { type HistoryOptions, type RegionHistory, readHistories, type SeriesChoice } from '../region/read-history';
import { CliError, EXIT, type ExitCode } from '../terminal/cli-error';
import { complain } from '../terminal/complain';
import { toOneLine } from '../terminal/plain-text';
import type { CliIo } from '../terminal/process-io';
import { writeDocuments } from '../terminal/write-documents';
import { writeTextFile } from '../terminal/write-file';
import { type TicketDocument, toTicketRow } from './document';
import { openCase } from './open-case';
import { renderBody, renderSubject } from './render';

/** Options of `ticket`. */
export type TicketOptions = HistoryOptions & {
  readonly useCase?: string;
  /** Of all quotas. @default - chosen for each */
  readonly value?: number;
  /** File for the text. @default - standard output */
  readonly out?: string;
  readonly open?: boolean;
  /** Open without a question. */
  readonly yes?: boolean;
};

const QUOTA_CODE = /^L-[0-9A-F]{8}$/;

type Resolve = (modelId: string) => ResolvedModelId;

/** The quotas that one argument is about. @throws CliError when there are none. */
function quotasOf(
  subject: string,
  quotas: readonly MappedQuota[],
  resolve: Resolve,
  words: CommandWords,
): MappedQuota[] {
  if (QUOTA_CODE.test(subject)) {
    const quota = quotas.find(({ quotaCode }) => quotaCode === subject);
    if (!quota) throw new CliError(EXIT.wrongCall, words.ticket.complaints.noQuota(subject));
    return [quota];
  }
  const model = resolve(subject);
  if (model.kind === 'model') return quotasOfModel(model, quotas);
  throw new CliError(EXIT.wrongCall, words.usage.complaints.noModel(toOneLine(spellReason(model.reason, words))));
}

/** All calls that spend any of the quotas. A list of quotas that could not be read is told later, and reads nothing here. */
function chooseSeries(subjects: readonly string[], words: CommandWords): SeriesChoice {
  return (resolve, quotas) => {
    if (quotas.length === 0) return () => false;
    const asked = subjects.flatMap((subject) => quotasOf(subject, quotas, resolve, words));
    return ({ endpoint }, resolution) =>
      resolution.kind === 'model' && asked.some((quota) => isSpentBy(quota, { ...resolution, endpoint }));
  };
}

/** A quota that is named by code is always in. */
function describe(subjects: readonly string[], history: RegionHistory, value: number | null, words: CommandWords) {
  const { quotas, requests } = history.quotas.catalog;
  const { traffic, period } = history;
  const question = { quotas, traffic, period, value, requests: requests?.requests ?? [] };
  const kept = new Map<string, TicketQuota>();
  const left = new Map<string, LeftOut>();
  for (const subject of subjects) {
    const all = quotasOf(subject, quotas, history.resolve, words).map((quota) => describeTicket(quota, question));
    const chosen = QUOTA_CODE.test(subject) ? { kept: all, left: [] } : leaveOut(all);
    for (const one of chosen.kept) kept.set(one.quota.quotaCode, one);
    for (const one of chosen.left) left.set(one.quota.quotaCode, one);
  }
  const { complaints } = words.ticket;
  if (kept.size === 0) throw new CliError(EXIT.wrongCall, complaints.nothing);
  for (const { quota } of kept.values()) {
    if (value === null || value > quota.appliedValue) continue;
    const applied = spellCount(quota.appliedValue, words);
    throw new CliError(EXIT.wrongCall, complaints.tooSmall(quota.quotaCode, applied));
  }
  return { kept: [...kept.values()], left: [...left.values()].filter(({ quota }) => !kept.has(quota.quotaCode)) };
}

/**
 * Where a case is opened by hand: the page that the SDK's types name for CreateCase (read 2026-11). Its query, and
 * that other partitions have it too, are assumptions.
 */
function consoleUrlOf(region: string): string {
  return `https://console.${consoleDomainOf(region)}/support/home#/case/create?issueType=service-limit-increase`;
}

const OTHER_PARTITION = /^(?:cn|us-gov|us-iso[a-z]?|eu-isoe|eusc)-/;

function checkRegion(region: string, options: TicketOptions): void {
  const { complaints } = commandWordsOf(options.language).ticket;
  if (options.open && OTHER_PARTITION.test(region)) throw new CliError(EXIT.wrongCall, complaints.partition(region));
}

function tellAround(kept: readonly TicketQuota[], left: readonly LeftOut[], options: TicketOptions, io: CliIo): void {
  const { ticket } = commandWordsOf(options.language);
  for (const { quota, reason } of left) complain(io, ticket.leftOut[reason](quota.quotaCode, quota.quotaName));
  for (const { quota } of kept) if (quota.adjustable) complain(io, ticket.adjustable(quota.quotaCode));
  if (options.useCase === undefined) complain(io, ticket.noUseCase);
}

/** `ticket`: the Support case about quotas, and with `--open` the case itself. @throws CliError */
export async function runTicket(subjects: readonly string[], options: TicketOptions, io: CliIo): Promise<ExitCode> {
  const words = commandWordsOf(options.language);
  const { ticket } = words;
  if (options.region.length > 1) throw new CliError(EXIT.wrongCall, ticket.complaints.oneRegion);
  const [history] = await readHistories(options, chooseSeries(subjects, words), io);
  if (!history) return EXIT.unreadable;
  if (complainOfReadings([history], options, io)) return EXIT.unreadable;
  const { region } = history.connection;
  checkRegion(region, options);
  const { kept, left } = describe(subjects, history, options.value ?? null, words);
  const { accountId } = history.quotas;
  const body = renderBody(kept, {
    accountId,
    region,
    period: history.period,
    useCase: options.useCase ?? null,
    isSent: options.open === true,
    hasGaps: history.usage.blindSpots.length > 0 || kept.some(({ usage }) => usage?.provenance === 'lowerBound'),
  });
  const subject = renderSubject(kept, region);
  if (options.out !== undefined) writeTextFile(options.out, body, words, io);
  else if (!options.json) io.writeOut(body);
  tellAround(kept, left, options, io);
  if (options.out !== undefined) complain(io, ticket.written(options.out));
  const quotaCodes = kept.map(({ quota }) => quota.quotaCode);
  const opened = options.open ? await openCase({ region, subject, body, quotaCodes }, options, io) : null;
  const consoleUrl = consoleUrlOf(region);
  if (!opened?.sent) complain(io, ticket.console(consoleUrl));
  const document: TicketDocument = {
    schemaVersion: SCHEMA_VERSION,
    accountId,
    region,
    subject,
    body,
    quotas: kept.map(toTicketRow),
    consoleUrl,
    case: opened?.sent ?? null,
  };
  if (options.json) writeDocuments({ documents: [document], isMany: false, isJson: true }, String, io);
  return opened?.exitCode ?? EXIT.fine;
}
