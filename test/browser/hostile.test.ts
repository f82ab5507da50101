import { renderQuotaPage } from '../../lib/page/page';
import { renderFailedWidget, renderQuotaWidget } from '../../lib/page/widget';
import { quota, series } from '../lib/core/fixtures';
import { BUSY, bare, NOW, shownOf } from '../lib/page/page-fixtures';
import { describeInBrowser, open } from './browser';
import { findOverflow, unfold } from './overflow';
import { momentOf, onDashboard } from './views';

/** What a name may try; each would set `window.hit`, ask for an address, or push the layout apart. */
const NAMES: readonly (readonly [string, string])[] = [
  ['an element with a handler', `<img src=x onerror="hit=1">`],
  ['the end of an attribute and a script', `"><script>hit=1</script>`],
  ['the end of a quoted attribute and a handler', `' onfocus='hit=1' autofocus tabindex='0`],
  ['the end of the style and the title', `</style></title></svg></table><script>hit=1</script>`],
  ['an address that runs', `<a href="javascript:hit=1">javascript:hit=1</a>`],
  [
    'a frame, a base and a form',
    `<base href="//evil.example"><iframe srcdoc="<script>top.hit=1</script>"></iframe><form>`,
  ],
  ['a comment and a section that never end', `<!-- <![CDATA[ <plaintext>`],
  ['the end of everything open', `</code></td></tr></tbody></table></section></main></body></html><p onclick=hit=1>`],
  ['entities', `&lt;script&gt;hit=1&lt;/script&gt;&#60;img src=x onerror=hit=1&#62;`],
  ['600 characters without a space', 'W'.repeat(600)],
  ['right to left', '\u202Eesrever\u202C \u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627'],
  ['zero width', `a\u200Bb\u200Dc\uFEFFd\u2060e`],
  ['marks that pile up', `Z${'\u0351'.repeat(80)}`],
];

const KINDS = [
  'utilization',
  'throttled',
  'dailyPool',
  'quotaChanged',
  'request',
  'unmappedUsage',
  'coverage',
] as const;

/** The busy account with `name` wherever a text from outside can stand; its lists keep their order whatever the name is. */
function shownWith(name: string) {
  const named = { modelLabel: name, quotaName: name };
  const quotas = [
    quota({ ...named, quotaCode: `L-1${name}`, appliedValue: 0 }),
    quota({ ...named, quotaCode: `L-2${name}` }),
    quota({ ...named, quotaCode: `L-3${name}`, scope: 'onDemand', appliedValue: 0 }),
  ];
  const traffic = [...BUSY, series(name, BUSY[0]?.minutes ?? [])];
  const errors = [{ source: `bedrock:${name}`, message: name }];
  const account = { accountId: name, region: name, quotas, series: traffic, errors };
  return shownOf(
    account,
    KINDS.map((kind) => bare(kind, name)),
  );
}

const DOCUMENTS: readonly (readonly [string, (name: string) => string])[] = [
  ['page', (name) => renderQuotaPage({ ...shownWith(name), title: name })],
  ['widget', (name) => onDashboard(renderQuotaWidget(shownWith(name), NOW, momentOf('system')))],
  ['failed widget', (name) => onDashboard(renderFailedWidget(name, momentOf('system')))],
];

/** Every kind of element in the document: its parent's name, its own, those of its attributes. */
const KINDS_OF_ELEMENTS = `[...new Set([...document.querySelectorAll('*')].map(
  (one) => [(one.parentElement ?? document).localName + '>' + one.localName, ...one.getAttributeNames()].join(' ')))]`;

describeInBrowser.each(DOCUMENTS)('%s', (_kind, draw) => {
  let harmless: ReadonlySet<string> = new Set();

  beforeAll(async () => {
    const { page } = await open(draw('Name'));
    await unfold(page);
    harmless = new Set(await page.evaluate<string[]>(KINDS_OF_ELEMENTS));
  });

  test.each(NAMES)('%s is text', async (_name, hostile) => {
    const { page, requested } = await open(draw(hostile));
    await unfold(page);
    const elements = await page.evaluate<string[]>(KINDS_OF_ELEMENTS);
    expect(elements.filter((one) => !harmless.has(one))).toEqual([]);
    const wide = await findOverflow(page);
    await page.setViewportSize({ width: 360, height: 800 });
    const shown = { hit: await page.evaluate('typeof hit'), requested, wide, narrow: await findOverflow(page) };
    expect(shown).toEqual({ hit: 'undefined', requested: [], wide: [], narrow: [] });
    const text = await page.evaluate<string>('document.querySelector(".bqw").textContent');
    expect(text).toContain(hostile.replace(/\p{Cf}/gu, '\uFFFD'));
  });
});

describeInBrowser('the attempts', () => {
  test('would be noticed where text is not escaped', async () => {
    const { page, requested } = await open(`<p class="bqw"><img src=x onerror="hit=1"></p>`);
    await page.waitForFunction('typeof hit === "number"');
    expect(requested).toEqual(['http://watchdog.example/x']);
  });
});
