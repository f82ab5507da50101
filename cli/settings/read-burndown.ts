import type { BurndownRates } from '../../lib/core/traffic/burndown';
import { parseBurndownRates } from '../../lib/core/traffic/burndown-rates';
import type { CliIo } from '../terminal/process-io';
import { readSettingsFile, type SettingsPath, type SettingsTelling } from './read-settings-file';

/** The rates of `--burndown FILE`; none without the option. @throws CliError when the file does not hold them. */
export function readBurndownFile(file: SettingsPath, io: CliIo): Promise<BurndownRates> {
  const parse = (text: string, { place, words }: SettingsTelling) =>
    parseBurndownRates(text, { place, words: words.settings });
  return readSettingsFile({ option: '--burndown', ...file, parse, none: {} }, io);
}
