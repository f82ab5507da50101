import { commandWordsOf } from '../../lib/language/command-words';
import { chooseModel } from '../region/choose-model';
import { complainOfReadings } from '../region/evaluate-region';
import { readHistories } from '../region/read-history';
import { EXIT, type ExitCode } from '../terminal/cli-error';
import type { CliIo } from '../terminal/process-io';
import { chooseStyle } from '../terminal/style';
import { writeDocuments } from '../terminal/write-documents';
import { weighRegion } from './document';
import type { ThroughputOptions } from './options';
import { renderThroughput } from './render';

/** `throughput`: what bought units would have done for a model in every Region asked for. @throws CliError */
export async function runThroughput(model: string, options: ThroughputOptions, io: CliIo): Promise<ExitCode> {
  const words = commandWordsOf(options.language);
  const histories = await readHistories({ ...options, hasModelUnits: true }, chooseModel(model, words), io);
  const weighed = histories.filter(({ usage }) => !usage.fatal).map((history) => weighRegion(model, history, options));
  const isMany = options.region.length > 1;
  if (options.json) {
    writeDocuments({ documents: weighed.map(({ document }) => document), isMany, isJson: true }, String, io);
  } else {
    const style = chooseStyle(options, io);
    writeDocuments({ documents: weighed, isMany, isJson: false }, (one) => renderThroughput(one, style, words), io);
  }
  return complainOfReadings(histories, options, io) ? EXIT.unreadable : EXIT.fine;
}
