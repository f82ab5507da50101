import { nameModel } from '../../lib/core/quotas/same-model';
import type { ResolvedModelId } from '../../lib/core/traffic/model-traffic';
import { spellReason } from '../../lib/core/vocabulary/unknown-reason';
import type { CommandWords } from '../../lib/language/command-words';
import { CliError, EXIT } from '../terminal/cli-error';
import type { SeriesChoice } from './read-history';

/** The id at the end of an ARN; an id itself. */
function lastPart(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/**
 * The series of a model: by a base id its calls in every scope, by a system profile's those of its scope, by an application
 * profile's that caller alone. @throws CliError, when it is applied, for an id that names no model.
 */
export function chooseModel(model: string, words: CommandWords): SeriesChoice {
  return (resolve) => {
    const wanted: ResolvedModelId = resolve(model);
    if (wanted.kind !== 'model') {
      throw new CliError(EXIT.wrongCall, words.usage.complaints.noModel(spellReason(wanted.reason, words)));
    }
    return ({ modelId }, resolution) => {
      if (resolution.kind !== 'model' || !nameModel([wanted.baseModelId], resolution.baseModelId)) return false;
      if (wanted.via === 'base') return true;
      if (wanted.via === 'profile') return resolution.scope === wanted.scope;
      return lastPart(modelId) === lastPart(model);
    };
  };
}
