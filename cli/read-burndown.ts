import type { BurndownRates } from '../lib/core/burndown';
import { parseBurndownRates } from '../lib/core/burndown-rates';
import type { CliIo } from './process-io';
import { readSettingsFile } from './read-settings-file';

/** The rates of `--burndown FILE`; none without the option. @throws CliError when the file does not hold them. */
export function readBurndownFile(path: string | undefined, io: CliIo): Promise<BurndownRates> {
  return readSettingsFile({ option: '--burndown', path, parse: parseBurndownRates, none: {} }, io);
}
