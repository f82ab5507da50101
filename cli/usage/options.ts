import type { HistoryOptions } from '../region/read-history';

/** What usage is told apart by. */
export type UsageKey =
  | { readonly kind: 'profile' }
  | { readonly kind: 'tag'; readonly key: string }
  | { readonly kind: 'principal' };

/** Reads `profile`, `principal` or `tag:KEY`; `null` for another text. */
export function parseUsageKey(text: string): UsageKey | null {
  if (text === 'profile' || text === 'principal') return { kind: text };
  const key = /^tag:(.+)$/.exec(text)?.[1];
  return key === undefined ? null : { kind: 'tag', key };
}

/** Options of `usage`. */
export type UsageOptions = HistoryOptions & {
  /** @default - it is not told apart */
  readonly by?: UsageKey;
  /** Pay without a question for what is read. */
  readonly yes?: boolean;
  /** File to write the page to. */
  readonly html?: string;
};
