import { toPlaces } from '../../../../lib/page/telling/places';
import { bare, pageOf } from '../page-fixtures';

const QUOTAS = 'https://us-east-1.console.aws.amazon.com/servicequotas/home/services/bedrock/quotas';
const RUNBOOK = 'https://wiki.example/runbook';

describe('the places of a page', () => {
  test('are the quota in Service Quotas, the dashboard and the section of the runbook', () => {
    const dashboard =
      'https://us-east-1.console.aws.amazon.com/cloudwatch/home?region=us-east-1#dashboards/dashboard/X';
    const places = toPlaces('us-east-1', { dashboard, runbook: RUNBOOK });
    expect(places).toMatchObject({ dashboard, isListOfDashboards: false });
    expect([places.quotaPage(null), places.quotaPage('L-F4DDD3EB')]).toEqual([QUOTAS, `${QUOTAS}/L-F4DDD3EB`]);
    expect(places.runbookSection(bare('zeroQuota', 'x').finding)).toBe(`${RUNBOOK}#zeroquota`);
  });

  test('are the dashboards of the Region where ours is not known, and none where there is none', () => {
    const dashboards = 'https://us-east-1.console.aws.amazon.com/cloudwatch/home?region=us-east-1#dashboards/';
    expect(toPlaces('us-east-1', {})).toMatchObject({ dashboard: dashboards, isListOfDashboards: true });
    expect(toPlaces('us-east-1', { dashboard: null })).toMatchObject({ dashboard: null, isListOfDashboards: false });
  });

  test.each([
    ['evil.example/#', 'L-1', null],
    ['', 'L-1', null],
    ['us-gov-west-1', 'L-1', expect.stringMatching(/us-gov-west-1\.console\..*\/quotas\/L-1$/)],
    ['eusc-de-east-1', 'L-1', expect.stringContaining('/quotas/L-1')],
    ['us-east-1', 'L-1/../..', null],
    ['us-east-1', '"><script>', null],
  ])('Region %s, quota %s: %s', (region, quotaCode, address) => {
    expect(toPlaces(region, {}).quotaPage(quotaCode)).toEqual(address);
  });
});

test('a page links rows, cards and folded quotas to Service Quotas', () => {
  const { page } = pageOf();
  expect(page).toContain(`<a href="${QUOTAS}/L-0" target="_blank" rel="noopener noreferrer"><code>L-0</code></a>`);
  expect(page).toContain(`<a href="${QUOTAS}" target="_blank" rel="noopener noreferrer">Service Quotas</a>`);
});
