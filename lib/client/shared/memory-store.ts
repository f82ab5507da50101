import type { QuotaStore, StoredText } from './store';

/** A store for the clients of one process, and for tests. */
export function memoryStore(): QuotaStore {
  const texts = new Map<string, StoredText>();
  return {
    read: async (key) => texts.get(key) ?? null,
    async write({ key, version, text, before }) {
      if ((texts.get(key)?.version ?? null) !== before) return false;
      texts.set(key, { version, text });
      return true;
    },
  };
}
