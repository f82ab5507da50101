import { isCatalogDue, type QuotaCatalog } from '../../../../lib/core/quotas/catalog';
import { quota } from '../fixtures';

const NOW = 30_000_000;
const UNLISTED = { source: 'servicequotas:ListServiceQuotas', message: 'x' };
const UNNAMED = { source: 'bedrock:ListFoundationModels', message: 'x' };

function catalogOf(changes: Partial<QuotaCatalog>): QuotaCatalog {
  return {
    readAt: NOW,
    failures: [],
    accountId: null,
    quotas: [quota()],
    totalQuotas: 1,
    models: [],
    profiles: [],
    problems: [],
    ...changes,
  };
}

it.each<[string, Partial<QuotaCatalog> | null, boolean]>([
  ['none', null, true],
  ['one of now', {}, false],
  ['one of 59 minutes', { readAt: NOW - 59 }, false],
  ['one of an hour', { readAt: NOW - 60 }, true],
  ['one with a gap', { failures: [UNLISTED], readAt: NOW - 4 }, false],
  ['one with a gap, of five minutes', { failures: [UNLISTED], readAt: NOW - 5 }, true],
  ['one without any quota, since they could not be listed', { failures: [UNLISTED], quotas: [] }, true],
  ['one without any quota, of an account that has none', { quotas: [] }, false],
  ['one without any quota and with another gap', { failures: [UNNAMED], quotas: [] }, false],
  ['one from a clock a little ahead', { readAt: NOW + 5 }, false],
  ['one from the future', { readAt: NOW + 6 }, true],
])('%s is due: %s', (_, changes, isDue) => {
  expect(isCatalogDue(changes && catalogOf(changes), NOW)).toBe(isDue);
});
