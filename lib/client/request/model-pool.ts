import type { PoolScope } from '../../core/limits/snapshot';
import { GLOBAL_PREFIX, isGeographicPrefix } from '../../core/quotas/model-id';
import { burndownOf } from '../../core/traffic';

/** Whose quotas a call spends. */
export interface ModelPool {
  /** Calls of one key share their quotas: the geographic profiles of a model do. */
  readonly key: string;
  readonly scope: PoolScope;
  readonly baseModelId: string;
  /** Quota tokens per output token; 1 where none is known. */
  readonly rate: number;
}

/** The id at the end of an ARN; an id itself. */
function lastPart(id: string): string {
  return id.startsWith('arn:') ? id.slice(id.lastIndexOf('/') + 1) : id;
}

/**
 * The pool of a model id, of a profile's, or of an ARN. An application profile says nothing of its model: it is a pool of its
 * own, unless `aliases` name the id that it copies.
 */
export function poolOf(modelId: string, aliases: Readonly<Record<string, string>> = {}): ModelPool {
  const own = lastPart(modelId);
  const id = Object.hasOwn(aliases, own) ? (aliases[own] ?? own) : own;
  const dot = id.indexOf('.');
  const prefix = id.slice(0, Math.max(0, dot));
  const isProfile = prefix === GLOBAL_PREFIX || isGeographicPrefix(prefix);
  const baseModelId = isProfile ? id.slice(dot + 1) : id;
  const scope = prefix === GLOBAL_PREFIX ? 'globalCrossRegion' : isProfile ? 'crossRegion' : 'onDemand';
  const burndown = burndownOf(baseModelId);
  return { key: `${scope} ${baseModelId}`, scope, baseModelId, rate: burndown.kind === 'known' ? burndown.rate : 1 };
}
