import { quota, series } from '../core/fixtures';
import { BUSY, bare, pageOf } from './page-fixtures';

const HOSTILE = `"><script>alert(1)</script><img src=x onerror='alert(2)'>`;

describe('hostile names', () => {
  const kinds = [
    'utilization',
    'throttled',
    'dailyPool',
    'quotaChanged',
    'request',
    'unmappedUsage',
    'coverage',
  ] as const;
  const hostileQuotas = [
    quota({ quotaCode: HOSTILE, quotaName: HOSTILE, modelLabel: HOSTILE, appliedValue: 0 }),
    quota({ quotaCode: `${HOSTILE}2`, modelLabel: HOSTILE }),
  ];
  const { page: whole } = pageOf(
    {
      accountId: HOSTILE,
      region: HOSTILE,
      quotas: hostileQuotas,
      series: [...BUSY, series(HOSTILE, BUSY[0]?.minutes ?? [])],
    },
    kinds.map((kind) => bare(kind, HOSTILE)),
  );

  // Our own script is the last element, and known by its hash.
  const page = whole.slice(0, whole.lastIndexOf('<script>'));

  test('are text', () => {
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<img');
    expect(page).toContain('&quot;&gt;&lt;script&gt;');
  });

  test('leave every tag as it was written: no new element, attribute or handler', () => {
    const tags = [...page.matchAll(/<(?!!)\/?([a-z0-9]+)((?: [a-z][a-z0-9-]*(?:="[^"<>]*")?)*) ?\/?>/gi)];
    expect(page.match(/</g)?.length).toBe(tags.length + 1);
    expect(tags.filter(([, , attributes]) => / on[a-z]+=/i.test(attributes?.replace(/"[^"]*"/g, '""') ?? ''))).toEqual(
      [],
    );
  });
});
