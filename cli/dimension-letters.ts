import type { Dimension } from '../lib/core/quota';

/** Dimensions as the columns of a table have room for. */
export const DIMENSION_LETTERS: Readonly<Record<Dimension, string>> = {
  tokensPerMinute: 'TPM',
  requestsPerMinute: 'RPM',
  tokensPerDay: 'TPD',
  inputTokensPerMinute: 'input TPM',
  outputTokensPerMinute: 'output TPM',
};

/** What the letters stand for. */
export const LETTERS_LEGEND = 'TPM tokens a minute, RPM requests a minute, TPD tokens a day';
