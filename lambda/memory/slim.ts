import type { DigestRecord } from '../../lib/core/alerts/digest';
import type { AlertEntries, AlertEntry } from '../../lib/core/alerts/entry';
import type { DescribedFinding } from '../../lib/core/vocabulary/finding';

/** Model ids kept of one finding. */
const MOST_MODELS = 3;

function toSlimFinding({ finding, context }: DescribedFinding): DescribedFinding {
  const { consumers: _, ...kept } = finding;
  const { remedies: __, ...said } = context;
  return {
    finding: {
      ...kept,
      modelIds: finding.modelIds.slice(0, MOST_MODELS),
      cause: finding.cause && { ...finding.cause, evidence: [] },
      remedies: [],
    },
    context: { ...said, details: [] },
  };
}

function toSlimEntry(entry: AlertEntry): AlertEntry {
  return { ...entry, last: toSlimFinding(entry.last) };
}

/**
 * A state without the words that only a later mail would repeat: what is open, since when and how bad stays. With thousands
 * of incidents the whole of it may be more than an item holds, and a state that cannot be saved would end every run.
 */
export function toSlim<State extends { readonly alerts: AlertEntries; readonly digest?: DigestRecord | null }>(
  state: State,
): State {
  const { alerts, digest } = state;
  return {
    ...state,
    alerts: Object.fromEntries(Object.entries(alerts).map(([id, entry]) => [id, toSlimEntry(entry)])),
    ...(digest
      ? {
          digest: {
            ...digest,
            peaks: Object.fromEntries(
              Object.entries(digest.peaks).map(([id, peak]) => [id, { ...peak, described: null }]),
            ),
          },
        }
      : {}),
  };
}
