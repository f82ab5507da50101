import { toIso } from '../vocabulary/time';
import type { LimitsSnapshot, ModelLimits, PoolLimits } from './snapshot';
import { LIMITS_SCHEMA_VERSION } from './snapshot';
import { REASON_KEYS, SCOPE_KEYS, type WireModel, type WirePool, type WireSnapshot } from './wire';

function toWirePool(pool: PoolLimits): WirePool {
  const { tokensPerMinute, requestsPerMinute, tokensPerDay, headroomPercent, blocked } = pool;
  return {
    ...(tokensPerMinute === null ? {} : { t: tokensPerMinute }),
    ...(requestsPerMinute === null ? {} : { r: requestsPerMinute }),
    ...(tokensPerDay === null ? {} : { d: tokensPerDay }),
    ...(headroomPercent === null ? {} : { h: headroomPercent }),
    ...(blocked === null ? {} : { x: REASON_KEYS[blocked] }),
  };
}

function toWireModel({ modelId, burndownRate, pools }: ModelLimits): WireModel {
  const { onDemand, crossRegion, globalCrossRegion } = pools;
  return {
    m: modelId,
    ...(burndownRate === null ? {} : { b: burndownRate }),
    ...(onDemand ? { [SCOPE_KEYS.onDemand]: toWirePool(onDemand) } : {}),
    ...(crossRegion ? { [SCOPE_KEYS.crossRegion]: toWirePool(crossRegion) } : {}),
    ...(globalCrossRegion ? { [SCOPE_KEYS.globalCrossRegion]: toWirePool(globalCrossRegion) } : {}),
  };
}

/** The snapshot as the parameter holds it: JSON in short keys, the same text for the same snapshot. */
export function writeSnapshot({ accountId, region, madeAt, account, models, leftOut }: LimitsSnapshot): string {
  const wire: WireSnapshot = {
    schemaVersion: LIMITS_SCHEMA_VERSION,
    accountId,
    region,
    madeAt: madeAt === null ? null : toIso(madeAt),
    leftOut,
    ...(account ? { a: toWirePool(account) } : {}),
    models: models.map(toWireModel),
  };
  return JSON.stringify(wire);
}

/** What one model takes of the text, the comma before it included. */
export function lengthOf(model: ModelLimits): number {
  return JSON.stringify(toWireModel(model)).length + 1;
}
