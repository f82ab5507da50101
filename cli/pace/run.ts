import { SCHEMA_VERSION } from '../../lib/contract';
import { paceModel, spreadDay } from '../../lib/core/answers/plan';
import { createModelIdResolver } from '../../lib/core/traffic/resolve-model-id';
import { spellReason } from '../../lib/core/vocabulary/unknown-reason';
import { commandWordsOf } from '../../lib/language/command-words';
import {
  complainOfReadings,
  type EvaluatedRegion,
  type EvaluationOptions,
  evaluateRegions,
} from '../region/evaluate-region';
import { CliError, EXIT, type ExitCode } from '../terminal/cli-error';
import type { CliIo } from '../terminal/process-io';
import { chooseStyle } from '../terminal/style';
import { writeDocuments } from '../terminal/write-documents';
import { type PaceDocument, renderPace } from './render';

/** Options of `pace`. */
export type PaceOptions = Omit<EvaluationOptions, 'rules'> & {
  /** @default - the quotas of the model */
  readonly tokensPerDay?: number;
  /** Quota tokens. @default - the mean of the model's requests of the last day */
  readonly tokensPerRequest?: number;
};

/** Paces a model in one Region. @throws CliError for an id that names no model there, or one without quotas of tokens. */
function paceRegion(
  model: string,
  { tokensPerRequest, language }: PaceOptions,
  { quotas: { catalog }, usage, evaluation }: EvaluatedRegion,
): PaceDocument {
  const words = commandWordsOf(language);
  const { noModel, noDay } = words.plan.complaints;
  const resolution = createModelIdResolver({ ...catalog, customDeployments: usage.customDeployments })(model);
  if (resolution.kind !== 'model') throw new CliError(EXIT.wrongCall, noModel(spellReason(resolution.reason, words)));
  const question = { ...resolution, tokensPerRequest: tokensPerRequest ?? null };
  const pace = paceModel(question, catalog.quotas, evaluation);
  if (!pace) throw new CliError(EXIT.wrongCall, noDay(model));
  return { schemaVersion: SCHEMA_VERSION, model, region: evaluation.region, ...pace };
}

/** `pace`: how a day of tokens spreads, of a number or of a model's quotas. @throws CliError */
export async function runPace(model: string | undefined, options: PaceOptions, io: CliIo): Promise<ExitCode> {
  const words = commandWordsOf(options.language);
  const { tokensPerDay, tokensPerRequest } = options;
  if ((model === undefined) === (tokensPerDay === undefined)) {
    throw new CliError(EXIT.wrongCall, words.plan.complaints.oneOf);
  }
  const regions = model === undefined ? [] : await evaluateRegions(options, io);
  // Without any quota nothing can be said of a model, least of all that it has none.
  if (regions.some(({ quotas: { fatal, catalog } }) => fatal !== null && catalog.quotas.length === 0)) {
    complainOfReadings(regions, options, io);
    return EXIT.unreadable;
  }
  const documents: PaceDocument[] =
    model === undefined
      ? [
          {
            schemaVersion: SCHEMA_VERSION,
            model: null,
            region: null,
            ...spreadDay(tokensPerDay ?? 0, tokensPerRequest ?? null),
            quotaCode: null,
          },
        ]
      : regions.map((region) => paceRegion(model, options, region));
  const style = chooseStyle(options, io);
  writeDocuments(
    { documents, isMany: options.region.length > 1 && model !== undefined, isJson: options.json === true },
    (document) => renderPace(document, style, words),
    io,
  );
  return complainOfReadings(regions, options, io) ? EXIT.unreadable : EXIT.fine;
}
