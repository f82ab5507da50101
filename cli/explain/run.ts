import { explainError, isOwnQuota } from '../../lib/core/answers/explain';
import { createModelIdResolver } from '../../lib/core/traffic/resolve-model-id';
import { type CommandWords, commandWordsOf, EN_COMMANDS } from '../../lib/language/command-words';
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
import { toExplainDocument } from './document';
import { type ExplainedRegion, renderExplain } from './render';

/** Options of `explain`. */
export type ExplainOptions = Omit<EvaluationOptions, 'rules'> & {
  /** The model id, profile id or ARN that was called. @default the one in the text, else the only one that throttles */
  readonly model?: string;
};

/** What is asked, and the language of the answer. */
interface Question {
  readonly text: string;
  readonly modelId: string | null;
  readonly words: CommandWords;
}

function explainRegion({ quotas, evaluation, report }: EvaluatedRegion, question: Question): ExplainedRegion {
  const { models, profiles } = quotas.catalog;
  const explanation = explainError({
    ...question,
    quotas: quotas.catalog.quotas,
    profiles,
    resolve: createModelIdResolver({ models, profiles }),
    evaluation,
  });
  return { explanation, document: report.document };
}

/** `explain`: which limit an error means in every Region asked for. @throws CliError */
export async function runExplain(text: string, options: ExplainOptions, io: CliIo): Promise<ExitCode> {
  const { noText, noModel } = commandWordsOf(options.language).complaints.explain;
  if (text.trim() === '') throw new CliError(EXIT.wrongCall, noText);
  const modelId = options.model?.trim() ?? null;
  if (modelId === '') throw new CliError(EXIT.wrongCall, noModel);
  const regions = await evaluateRegions(options, io);
  // Programs read English in every language.
  const words = options.json ? EN_COMMANDS : commandWordsOf(options.language);
  const explained = regions.map((region) => explainRegion(region, { text, modelId, words }));
  const isMany = options.region.length > 1;
  if (options.json) {
    const documents = explained.map(({ explanation, document }) => toExplainDocument(explanation, document));
    writeDocuments({ documents, isMany, isJson: true }, String, io);
  } else {
    const style = chooseStyle({ isColourWanted: options.color, isTerminal: io.isTerminal.out, env: io.env });
    writeDocuments({ documents: explained, isMany, isJson: false }, (one) => renderExplain(one, style, words), io);
  }
  if (complainOfReadings(regions, options, io)) return EXIT.unreadable;
  return explained.some(({ explanation }) => isOwnQuota(explanation)) ? EXIT.found : EXIT.fine;
}
