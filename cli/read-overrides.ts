import { type ModelOverrides, parseModelOverrides } from '../lib/core/model-overrides';
import type { CliIo } from './process-io';
import { readSettingsFile } from './read-settings-file';

/** The overrides of `--overrides FILE`; none without the option. @throws CliError when the file does not hold them. */
export function readOverridesFile(path: string | undefined, io: CliIo): Promise<ModelOverrides> {
  return readSettingsFile({ option: '--overrides', path, parse: parseModelOverrides, none: {} }, io);
}
