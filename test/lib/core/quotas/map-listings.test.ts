import fc from 'fast-check';
import { KNOWN_MODELS } from '../../../../lib/core/quotas/known-models';
import { mapQuotas } from '../../../../lib/core/quotas/map-quotas';
import { MODEL_ALIASES } from '../../../../lib/core/quotas/model-aliases';
import { formatQuotaName, parseQuotaName } from '../../../../lib/core/quotas/quota-name';
import { isOfModels, type MappedQuota, type Quota } from '../../../../lib/core/vocabulary/quota';
import { spellStatement } from '../../../../lib/core/vocabulary/statement';
import { EN } from '../../../../lib/language/en';
import { readQuotaTable } from '../../../../local/quotas/table';
import { EXPECTED_IN_2024, EXPECTED_MODEL_BY_LABEL, EXPECTED_NEW_IN_SEPTEMBER } from './expected-mapping';
import { readJulyNames, readNamesOf2024, readSeptemberDefaults, toInferenceQuotas, toListedQuotas } from './listings';

type NamedQuotas = ReturnType<typeof readJulyNames>;

function mapNames(names: NamedQuotas) {
  return mapQuotas(toInferenceQuotas(names), KNOWN_MODELS, {});
}

function labelOf({ modelLabel, variant }: Quota): string {
  return variant === 'longContext' ? `${modelLabel} 1M Context Length` : modelLabel;
}

function labelsOf(quotas: readonly MappedQuota[], mapping: string): string[] {
  return [...new Set(quotas.filter((one) => one.mapping === mapping).map((one) => one.modelLabel))].sort();
}

const LISTINGS = [
  { when: 'July 2026', names: readJulyNames(), inference: 378, expected: EXPECTED_MODEL_BY_LABEL, whole: true },
  {
    when: 'September 2026',
    names: readSeptemberDefaults(),
    inference: 112,
    expected: { ...EXPECTED_MODEL_BY_LABEL, ...EXPECTED_NEW_IN_SEPTEMBER },
    whole: false,
  },
  { when: 'March 2024', names: readNamesOf2024(), inference: 46, expected: EXPECTED_IN_2024, whole: true },
];

describe.each(LISTINGS)('the listing of $when', ({ names, inference, expected, whole }) => {
  const { quotas } = mapNames(names);

  test('has every inference quota read, and no other', () => {
    expect(quotas).toHaveLength(inference);
    const others = names.filter(({ quotaName }) => parseQuotaName(quotaName) === null);
    const perMinuteOrDay = others.filter(({ quotaName }) => /(?:requests|tokens) per (?:minute|day)/i.test(quotaName));
    const known = /^\((?:Model customization|Guardrails|Data Automation|Automated Reasoning|Knowledge Bases)\)/;
    expect(perMinuteOrDay.filter(({ quotaName }) => !known.test(quotaName))).toEqual([]);
  });

  test('has the models that reading gives each label', () => {
    for (const one of quotas) {
      const id = expected[labelOf(one)];
      expect({ name: one.quotaName, modelIds: one.modelIds }).toEqual({
        name: one.quotaName,
        modelIds: id === null ? [] : [id],
      });
    }
    if (whole) expect(new Set(quotas.map(labelOf))).toEqual(new Set(Object.keys(expected)));
  });
});

test('July: five labels are of models that no list has, and two of retired ones', () => {
  const { quotas, problems } = mapNames(readJulyNames());
  expect(problems).toEqual([]);
  expect(labelsOf(quotas, 'unmapped')).toEqual([
    'Amazon Nova 2 Omni',
    'Amazon Nova 2 Pro Preview',
    'Amazon Rerank 1.0',
    'GPT-5.4',
    'GPT-5.5',
  ]);
  expect(labelsOf(quotas, 'notApplicable')).toEqual(['Amazon Titan Image Generator G1', 'Amazon Titan Text Premier']);
  expect(labelsOf(quotas, 'alias')).toEqual([
    'Amazon Titan Text Embeddings',
    'Amazon Titan Text Embeddings V2',
    'Gemma 3 12B',
    'Gemma 3 27B',
    'Gemma 3 4B',
    'Magistral Small 1.2',
    'Meta Llama 4 Maverick V1',
    'Meta Llama 4 Scout V1',
    'Ministral 3B 3.0',
    'Ministral 8B 3.0',
    'Mistral AI Mistral Large',
    'Mistral AI Mistral Small',
    'Mistral AI Mixtral 8X7BB Instruct',
    'Mistral Large',
    'NVIDIA Nemotron Nano 2',
    'NVIDIA Nemotron Nano 2 VL',
    'Twelve Labs Marengo',
    'Twelve Labs Pegasus',
    'Voxtral Mini 1.0',
    'Voxtral Small 1.0',
  ]);
});

test('September: every new label occurs', () => {
  const { quotas, problems } = mapNames(readSeptemberDefaults());
  expect(problems).toEqual([]);
  const labels = new Set(quotas.map(labelOf));
  expect(Object.keys(EXPECTED_NEW_IN_SEPTEMBER).filter((label) => !labels.has(label))).toEqual([]);
});

test('2024: what is retired since is told apart from what is missed', () => {
  const { quotas } = mapNames(readNamesOf2024());
  expect(labelsOf(quotas, 'unmapped')).toEqual([]);
  expect(labelsOf(quotas, 'notApplicable')).toEqual(
    Object.keys(EXPECTED_IN_2024).filter((label) => EXPECTED_IN_2024[label] === null),
  );
});

test('quotas of custom deployments are of their base models, those of concurrent requests of theirs', () => {
  const { quotas, problems } = mapQuotas(toListedQuotas(readJulyNames()), KNOWN_MODELS, {});
  expect(problems).toEqual([]);
  const others = quotas.filter((one) => !isOfModels(one));
  expect(Object.fromEntries(others.map((one) => [one.modelLabel, one.modelIds]))).toEqual({
    'Amazon Nova 2 Lite': ['amazon.nova-2-lite-v1:0'],
    'Amazon Nova Lite': ['amazon.nova-lite-v1:0'],
    'Amazon Nova Micro': ['amazon.nova-micro-v1:0'],
    'Amazon Nova Pro': ['amazon.nova-pro-v1:0'],
    'Amazon Nova 2 Multimodal Embeddings V1': ['amazon.nova-2-multimodal-embeddings-v1:0'],
    'Amazon Nova 2 Sonic': ['amazon.nova-2-sonic-v1:0'],
    'Amazon Nova Reel1.0': ['amazon.nova-reel-v1:0', 'amazon.nova-reel-v1:1'],
    'Amazon Nova Reel1.1': ['amazon.nova-reel-v1:0', 'amazon.nova-reel-v1:1'],
    'Amazon Nova Sonic': ['amazon.nova-sonic-v1:0'],
    'TwelveLabs Marengo Embed 3.0': ['twelvelabs.marengo-embed-3-0-v1:0'],
    // Two Marengos are listed, so that the bare name is of neither; its other quotas have an alias.
    'Twelve Labs Marengo': [],
    'Twelve Labs Pegasus': [],
  });
});

test('2024: two codes had one name, and that is said', () => {
  const { problems } = mapNames(readNamesOf2024());
  expect(problems.map((problem) => spellStatement(problem, EN))).toEqual([
    expect.stringMatching(/L-2DC80978.*L-8CE99163/),
  ]);
});

test('no two quotas of a listing claim the same calls', () => {
  for (const names of [readJulyNames(), readSeptemberDefaults()]) expect(mapNames(names).problems).toEqual([]);
});

test('every alias is of a row of a listing, by code and name', () => {
  const rows = [...readJulyNames(), ...readNamesOf2024()].map(({ quotaCode, quotaName }) => {
    const parsed = parseQuotaName(quotaName);
    return `${quotaCode} ${parsed ? formatQuotaName(parsed) : quotaName}`.toLowerCase();
  });
  const strays = MODEL_ALIASES.filter(
    ({ quotaCode, expectedName }) => !rows.includes(`${quotaCode} ${expectedName}`.toLowerCase()),
  );
  expect(strays).toEqual([]);
});

test('every expected model is one of the listing', () => {
  const known = new Set(KNOWN_MODELS.map(({ id }) => id));
  const expected = [EXPECTED_MODEL_BY_LABEL, EXPECTED_NEW_IN_SEPTEMBER, EXPECTED_IN_2024].flatMap(Object.values);
  expect(expected.filter((id) => id !== null && !known.has(id))).toEqual([]);
});

describe('in a Region with other models', () => {
  const rows = [...readJulyNames(), ...readSeptemberDefaults().filter(({ quotaCode }) => /WITHOUT/.test(quotaCode))];
  const quotas = toInferenceQuotas(rows);
  const expected = { ...EXPECTED_MODEL_BY_LABEL, ...EXPECTED_NEW_IN_SEPTEMBER };

  function findWrong(models: typeof KNOWN_MODELS): string[] {
    const mapped = mapQuotas(quotas, models, {}).quotas;
    return mapped.flatMap((one) =>
      one.modelIds.filter((id) => id !== expected[labelOf(one)]).map((id) => `${one.quotaName} is not ${id}`),
    );
  }

  test('a label never falls to the next model when its own is absent', () => {
    for (const absent of KNOWN_MODELS) expect(findWrong(KNOWN_MODELS.filter((one) => one !== absent))).toEqual([]);
  });

  test('law: no set of models makes a wrong row', () => {
    fc.assert(
      fc.property(fc.subarray([...KNOWN_MODELS]), (models) => {
        expect(findWrong(models)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

test('the local account has the defaults of September where both lists know the code', () => {
  const september = new Map(readSeptemberDefaults().map((row) => [row.quotaCode, row.defaultValue]));
  const both = readQuotaTable().filter(({ quotaCode }) => september.has(quotaCode));
  expect(both).toHaveLength(70);
  for (const { quotaCode, defaultValue } of both) {
    expect({ quotaCode, defaultValue }).toEqual({ quotaCode, defaultValue: september.get(quotaCode) });
  }
});
