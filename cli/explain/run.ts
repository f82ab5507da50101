import { explainError, isOwnQuota } from '../../lib/core/answers/explain';
import { readError } from '../../lib/core/errors';
import { createModelIdResolver } from '../../lib/core/traffic/resolve-model-id';
import { type CommandWords, commandWordsOf, EN_COMMANDS } from '../../lib/language/command-words';
import { complainOfReadings, type EvaluatedRegion, evaluateRegions } from '../region/evaluate-region';
import { CliError, EXIT, type ExitCode } from '../terminal/cli-error';
import type { CliIo } from '../terminal/process-io';
import { chooseStyle } from '../terminal/style';
import { writeDocuments } from '../terminal/write-documents';
import { askForAccess } from './access';
import { toExplainDocument } from './document';
import type { ExplainOptions } from './options';
import { runRecent } from './recent';
import { type ExplainedRegion, renderExplain } from './render';

/** What is asked, and the language of the answer. */
interface Question {
  readonly text: string;
  readonly modelId: string | null;
  /** The Region was taken from the text; `null`: it was not. */
  readonly regionOfText: string | null;
  readonly words: CommandWords;
}

/** Explains an error in one Region, and asks AWS where it is the access to the model that is in question. */
async function explainRegion(
  { quotas, usage, evaluation, report }: EvaluatedRegion,
  question: Question,
): Promise<ExplainedRegion> {
  const { profiles } = quotas.catalog;
  const input = {
    ...question,
    quotas: quotas.catalog.quotas,
    profiles,
    resolve: createModelIdResolver({ ...quotas.catalog, customDeployments: usage.customDeployments }),
    evaluation,
  };
  const explanation = explainError(input);
  const availability = await askForAccess(explanation, evaluation.region);
  return {
    explanation: availability ? explainError({ ...input, availability }) : explanation,
    document: report.document,
  };
}

/** The text itself, or what standard input has for `-`. @throws CliError for an input that is no text, or empty. */
async function readQuestion(
  given: string,
  { noText, noInput }: CommandWords['complaints']['explain'],
  io: CliIo,
): Promise<string> {
  const text = given === '-' ? await readInput(noInput, io) : given;
  if (text.trim() === '') throw new CliError(EXIT.wrongCall, noText);
  return text;
}

async function readInput(noInput: (why: string) => string, io: CliIo): Promise<string> {
  try {
    return await io.readText('-');
  } catch (cause) {
    throw new CliError(EXIT.wrongCall, noInput(cause instanceof Error ? cause.message : String(cause)), { cause });
  }
}

/**
 * `explain`: which limit an error means in every Region asked for; without a text, and with `--recent`, what was refused
 * lately. @throws CliError
 */
export async function runExplain(given: string | null, options: ExplainOptions, io: CliIo): Promise<ExitCode> {
  const complaints = commandWordsOf(options.language).complaints.explain;
  if (options.model?.trim() === '') throw new CliError(EXIT.wrongCall, complaints.noModel);
  if (given === null) return runRecent(options, io);
  if (options.recent !== undefined) throw new CliError(EXIT.wrongCall, complaints.textAndRecent);
  return explainText(await readQuestion(given, complaints, io), options, io);
}

async function explainText(text: string, options: ExplainOptions, io: CliIo): Promise<ExitCode> {
  const modelId = options.model?.trim() ?? null;
  // The text knows better than the surroundings where the call was made; who names a Region means it.
  const { region: regionOfText } = options.region.length === 0 ? readError(text) : { region: null };
  const asked = regionOfText === null ? options : { ...options, region: [regionOfText] };
  const regions = await evaluateRegions(asked, io);
  // Programs read English in every language.
  const words = options.json ? EN_COMMANDS : commandWordsOf(options.language);
  const explained = await Promise.all(
    regions.map((region) => explainRegion(region, { text, modelId, words, regionOfText })),
  );
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
