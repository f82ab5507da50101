import { SCHEMA_VERSION } from '../../lib/contract';
import { bestOf, findHeadroom, type HeadroomRow } from '../../lib/core/answers/headroom';
import { createModelIdResolver } from '../../lib/core/traffic/resolve-model-id';
import { spellStatement } from '../../lib/core/vocabulary/statement';
import { toIso } from '../../lib/core/vocabulary/time';
import { spellReason } from '../../lib/core/vocabulary/unknown-reason';
import { commandWordsOf, EN_COMMANDS } from '../../lib/language/command-words';
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
import { type HeadroomDocument, renderHeadroom } from './render';

/** Options of `headroom`. */
export type HeadroomOptions = Omit<EvaluationOptions, 'rules'> & {
  /** @default - those of --region, or that of the surroundings */
  readonly regions?: readonly string[];
};

/** A Region whose quotas or traffic could not be read is one row that says why. */
function toRows(baseModelId: string, { connection, quotas, usage, evaluation }: EvaluatedRegion): HeadroomRow[] {
  const fatal = quotas.fatal ?? usage.fatal;
  if (!fatal) {
    const { region, measurements } = evaluation;
    return findHeadroom(baseModelId, { ...quotas.catalog, region, measurements });
  }
  return [
    {
      region: connection.region,
      scope: 'onDemand',
      modelId: null,
      quotaCode: null,
      state: 'unreadable',
      reason: spellStatement(fatal, EN_COMMANDS),
      appliedValue: null,
      peak: null,
      headroomTokensPerMinute: null,
      headroomRequestsPerMinute: null,
      dataMayLeave: null,
    },
  ];
}

/** The base model of an id, as any of the Regions knows it. @throws CliError when none does. */
function findBaseModel(model: string, regions: readonly EvaluatedRegion[], options: HeadroomOptions): string {
  const words = commandWordsOf(options.language);
  const resolutions = regions.map(({ quotas: { catalog } }) => createModelIdResolver(catalog)(model));
  const found = resolutions.find((resolution) => resolution.kind === 'model');
  if (found?.kind === 'model') return found.baseModelId;
  const [first] = resolutions;
  const reason = first && first.kind !== 'model' ? spellReason(first.reason, words) : model;
  throw new CliError(EXIT.wrongCall, words.headroom.complaints.noModel(reason));
}

/** `headroom`: where a model can be called with room, scope by scope and Region by Region. @throws CliError */
export async function runHeadroom(model: string, options: HeadroomOptions, io: CliIo): Promise<ExitCode> {
  const words = commandWordsOf(options.language);
  const regions = await evaluateRegions({ ...options, region: options.regions ?? options.region }, io);
  const baseModelId = findBaseModel(model, regions, options);
  const rows = regions.flatMap((region) => toRows(baseModelId, region));
  const [first] = regions;
  const document: HeadroomDocument = {
    schemaVersion: SCHEMA_VERSION,
    model,
    evaluatedAt: toIso(first?.evaluation.now ?? 0),
    rows,
    best: bestOf(rows),
  };
  const style = chooseStyle(options, io);
  const showing = { documents: [document], isMany: false, isJson: options.json === true };
  writeDocuments(showing, (one) => renderHeadroom(one, style, words), io);
  complainOfReadings(regions, { ...options, shown: options.json ? 'nothing' : 'fatal' }, io);
  if (rows.every(({ state }) => state === 'unreadable')) return EXIT.unreadable;
  return document.best ? EXIT.fine : EXIT.found;
}
