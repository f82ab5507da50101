import { type ModelOverrides, parseModelOverrides } from '../../lib/core/quotas/model-overrides';
import type { CliIo } from '../terminal/process-io';
import { readSettingsFile, type SettingsPath, type SettingsTelling } from './read-settings-file';

/** The overrides of `--overrides FILE`; none without the option. @throws CliError when the file does not hold them. */
export function readOverridesFile(file: SettingsPath, io: CliIo): Promise<ModelOverrides> {
  const parse = (text: string, { place, words }: SettingsTelling) =>
    parseModelOverrides(text, { place, words: words.settings });
  return readSettingsFile({ option: '--overrides', ...file, parse, none: {} }, io);
}
