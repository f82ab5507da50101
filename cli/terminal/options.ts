import { InvalidArgumentError } from 'commander';
import { isRegionName } from '../../lib/core/vocabulary/place';
import { type EpochMinute, MINUTES_PER_DAY } from '../../lib/core/vocabulary/time';
import type { CommandWords } from '../../lib/language/command-words';
import type { Language } from '../../lib/language/language';
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
  /** Against the local account instead of AWS. */
  readonly local?: boolean;
}

const LOOKBACK = /^(\d{1,5})(m|h|d)$/;
const MINUTES: Readonly<Record<string, number>> = { m: 1, h: 60, d: MINUTES_PER_DAY };

/** How the texts of options become values. Each throws an InvalidArgumentError that says what is allowed. */
export interface OptionParsers {
  /** Adds a Region to those already given, each once. */
  readonly collectRegion: (text: string, given: readonly string[]) => string[];
  /** `90m`, `3h`, `1d` in minutes: 1m to 24h. */
  readonly parseLookback: (text: string) => number;
  /** An ISO time with its zone as a minute. */
  readonly parseTime: (text: string) => EpochMinute;
  /** Region names with commas between them, or `all` of some. */
  readonly parseRegions: (all: readonly string[]) => (text: string) => readonly string[];
  /** A whole number above 0; `60_000` and `60,000` are none. */
  readonly parseCount: (text: string) => number;
  /** A whole number of tokens, 0 included. */
  readonly parseTokens: (text: string) => number;
}

/** The parsers that complain in one language. */
export function createParsers({ complaints, headroom }: CommandWords): OptionParsers {
  const { values } = complaints;
  const parseWhole = (least: number, complaint: string) => (text: string) => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least)) throw new InvalidArgumentError(complaint);
    return value;
  };
  return {
    collectRegion(text, given) {
      if (!isRegionName(text)) throw new InvalidArgumentError(values.region);
      return [...new Set([...given, text])];
    },
    parseLookback(text) {
      const [, amount = '', unit = ''] = LOOKBACK.exec(text) ?? [];
      const minutes = Number(amount) * (MINUTES[unit] ?? 0);
      if (amount === '' || minutes < 1 || minutes > MINUTES_PER_DAY) throw new InvalidArgumentError(values.lookback);
      return minutes;
    },
    parseTime(text) {
      const minute = readMinute(text);
      if (minute === null) throw new InvalidArgumentError(values.time);
      return minute;
    },
    parseRegions: (all) => (text) => {
      if (text === 'all') return all;
      const names = [...new Set(text.split(',').map((name) => name.trim()))];
      if (!names.every(isRegionName)) throw new InvalidArgumentError(headroom.complaints.regions);
      return names;
    },
    parseCount: parseWhole(1, values.count),
    parseTokens: parseWhole(0, values.tokens),
  };
}
