import { InvalidArgumentError } from 'commander';
import type { Language } from '../lib/core/language/language';
import { MINUTES_PER_DAY } from '../lib/core/time';
import type { EpochMinute } from '../lib/core/usage';
import { readMinute } from './read-minute';

/** Flags every command takes. */
export interface GlobalOptions {
  readonly region: readonly string[];
  readonly profile?: string;
  readonly json?: boolean;
  /** `false`: `--no-color`. */
  readonly color: boolean;
  readonly language: Language;
  readonly verbose?: boolean;
}

const REGION = /^[a-z]{2,4}(?:-[a-z]+){1,3}-\d{1,2}$/;
const LOOKBACK = /^(\d{1,5})(m|h|d)$/;
const MINUTES: Readonly<Record<string, number>> = { m: 1, h: 60, d: MINUTES_PER_DAY };

/** Whether a text has the form of a Region name: `us-east-1`, `us-gov-west-1`. */
export function isRegionName(text: string): boolean {
  return REGION.test(text);
}

/** Adds a Region to those already given, each once. @throws InvalidArgumentError */
export function collectRegion(text: string, given: readonly string[]): string[] {
  if (!isRegionName(text)) throw new InvalidArgumentError('Give a Region name such as us-east-1.');
  return [...new Set([...given, text])];
}

/** `90m`, `3h`, `1d` in minutes. @throws InvalidArgumentError outside 1m to 24h. */
export function parseLookback(text: string): number {
  const [, amount = '', unit = ''] = LOOKBACK.exec(text) ?? [];
  const minutes = Number(amount) * (MINUTES[unit] ?? 0);
  if (amount === '' || minutes < 1 || minutes > MINUTES_PER_DAY) {
    throw new InvalidArgumentError('Give 1m to 24h, such as 90m, 3h or 1d.');
  }
  return minutes;
}

/** An ISO time with its zone as a minute. @throws InvalidArgumentError */
export function parseTime(text: string): EpochMinute {
  const minute = readMinute(text);
  if (minute === null) throw new InvalidArgumentError('Give an ISO time with its zone, such as 2026-10-14T14:32:00Z.');
  return minute;
}
