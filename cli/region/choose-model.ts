import { isCallOf } from '../../lib/core/traffic/call-of-model';
import { spellReason } from '../../lib/core/vocabulary/unknown-reason';
import type { CommandWords } from '../../lib/language/command-words';
import { CliError, EXIT } from '../terminal/cli-error';
import type { SeriesChoice } from './read-history';

/** The series of a model. @see isCallOf @throws CliError, when it is applied, for an id that names no model. */
export function chooseModel(model: string, words: CommandWords): SeriesChoice {
  return (resolve) => {
    const wanted = resolve(model);
    if (wanted.kind !== 'model') {
      throw new CliError(EXIT.wrongCall, words.usage.complaints.noModel(spellReason(wanted.reason, words)));
    }
    return ({ modelId }, resolution) => isCallOf({ modelId: model, model: wanted }, { modelId, resolution });
  };
}
