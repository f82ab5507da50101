import { KNOWN_MODELS } from '../lib/core/quotas/known-models';
import { explainUnmapped, mapQuotas } from '../lib/core/quotas/map-quotas';
import { MODEL_ALIASES, type ModelAlias } from '../lib/core/quotas/model-aliases';
import { toQuotas } from '../lib/core/quotas/quota-list';
import { formatQuotaName } from '../lib/core/quotas/quota-name';
import { isOfModels, type MappedQuota, type Mapping } from '../lib/core/vocabulary/quota';
import { spellScope } from '../lib/core/vocabulary/wording';
import { EN } from '../lib/language/en';
import { EN_CLI } from '../lib/language/en/cli';
import { EN_UNMAPPED } from '../lib/language/en/unmapped';
import { readQuotaTable } from '../local/quotas/table';

/** Most doubtful first. */
const MAPPINGS: readonly Mapping[] = ['unmapped', 'notApplicable', 'alias', 'exact'];

const INTRODUCTION = `# Which model a quota is for

<!-- Made by \`npm run mapping-page\` from the tables of the product; edit those, not this page. -->

A quota names its model in words, CloudWatch by id. The watchdog joins them so: your override, else the one model that the
name fits exactly (case, spaces, punctuation and the maker's name aside), else an alias that a person reviewed, else not at
all. It never takes the nearest name. The live list of models of your account and Region takes part: a model that is newer
than this page is mapped as soon as AWS lists it under the name of its quota.

An alias hangs on the quota code and on the name the quota had when reviewed. When AWS renames the quota, the alias trips:
a \`coverage\` finding says so, and the new name decides. Another says when two quotas claim the same calls, and when a model
takes the very name of a reviewed row; the review then holds until an override says otherwise.

## If a row is wrong

1. See what holds in your account: \`npx quota-watchdog quotas\`, and \`quotas --unmapped\` for the reasons.
2. Override it, by quota code and base model ids (as \`aws bedrock list-foundation-models\` has them):
   - command line: \`--overrides FILE\` on \`quotas\`, \`check\` and \`explain\`, the file \`{"L-XXXXXXXX":["base.model-id"]}\`;
   - stock stack: \`npx cdk deploy -c modelOverrides='{"L-XXXXXXXX":["base.model-id"]}'\`, or the same object in
     \`cdk.json\` under \`context\`;
   - construct: \`modelOverrides: { 'L-XXXXXXXX': ['base.model-id'] }\`.
3. Report it, so that nobody else needs the override: open an issue with the quota code, its name, the Region, the id, and
   how you know (a row of \`list-foundation-models\`, or a quota that moves with the calls of one model). What changes is a
   row of \`lib/core/quotas/model-aliases.ts\`, of \`lib/core/quotas/known-models.ts\`, and this page.

An override of an account-wide pool, of a code the Region does not list, or with an id that is no base model id is not
applied and named in a \`coverage\` finding.

`;

function joinJuly() {
  const rows = readQuotaTable().map(({ quotaCode, quotaName, appliedValue, adjustable }) => ({
    QuotaCode: quotaCode,
    QuotaName: quotaName,
    Value: appliedValue,
    Adjustable: adjustable,
  }));
  const { quotas } = mapQuotas(toQuotas(rows, null).quotas, KNOWN_MODELS, {});
  return { quotas: quotas.filter(isOfModels), reasons: explainUnmapped(quotas, KNOWN_MODELS, EN_UNMAPPED) };
}

function labelOf({ endpoint, variant, modelLabel }: MappedQuota): string {
  const kinds = [
    endpoint === 'mantle' ? 'bedrock-mantle' : null,
    variant === 'longContext' ? '1M context' : null,
    variant === 'latencyOptimized' ? 'latency-optimized' : null,
  ].filter((kind) => kind !== null);
  return kinds.length === 0 ? modelLabel : `${modelLabel} (${kinds.join(', ')})`;
}

function reasonOfAlias(quota: MappedQuota): string {
  const name = formatQuotaName(quota).toLowerCase();
  const isOf = ({ quotaCode, expectedName }: ModelAlias) =>
    quotaCode === quota.quotaCode && expectedName.toLowerCase() === name;
  return MODEL_ALIASES.find(isOf)?.reason ?? '';
}

function whyOf(quota: MappedQuota, reasons: ReadonlyMap<string, string>): string {
  const { quotaCode, mapping } = quota;
  return mapping === 'alias' ? reasonOfAlias(quota) : (reasons.get(quotaCode) ?? '');
}

function spellCode({ quotaCode, endpoint, scope, dimension }: MappedQuota): string {
  const where = endpoint === 'mantle' ? '' : `${spellScope(scope, EN)} `;
  return `${where}${EN_CLI.dimensions[dimension]} ${quotaCode}`;
}

function toRow(quotas: readonly MappedQuota[], reasons: ReadonlyMap<string, string>): string {
  const [first] = quotas;
  if (!first) return '';
  const ids = first.modelIds.map((id) => `\`${id}\``).join(', ');
  const codes = quotas.map(spellCode).sort().join(', ');
  return `| ${[labelOf(first), ids, first.mapping, whyOf(first, reasons), codes].join(' | ')} |`;
}

/** The page about the mapping: what each label of the July 2026 listing of us-east-1 maps to, the doubtful ones first. */
export function renderMappingPage(): string {
  const { quotas, reasons } = joinJuly();
  const groups = new Map<string, MappedQuota[]>();
  for (const quota of quotas) {
    const rank = MAPPINGS.indexOf(quota.mapping);
    const key = [rank, labelOf(quota), ...quota.modelIds, whyOf(quota, reasons)].join('\t');
    groups.set(key, [...(groups.get(key) ?? []), quota]);
  }
  const keys = [...groups.keys()].sort();
  const unmapped = quotas.filter(({ mapping }) => mapping === 'unmapped').length;
  return [
    INTRODUCTION,
    '## The mapping\n\n',
    `Source: the ${quotas.length} inference quotas of us-east-1 in July 2026 and the models listed there until June 2026;\n`,
    `${unmapped} quotas are unmapped. TPM is tokens a minute, RPM requests a minute, TPD tokens a day.\n\n`,
    '| Label | Base model ids | Mapping | Why | Quota codes |\n|---|---|---|---|---|\n',
    ...keys.map((key) => `${toRow(groups.get(key) ?? [], reasons)}\n`),
  ].join('');
}
