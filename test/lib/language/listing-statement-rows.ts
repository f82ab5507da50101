import { toIncreaseRequests } from '../../../lib/core/quotas/increase-request';
import { mapQuotas } from '../../../lib/core/quotas/map-quotas';
import { toQuotas } from '../../../lib/core/quotas/quota-list';
import { type Statement, toStatement } from '../../../lib/core/vocabulary/statement';
import { model, onDemand, quotaOf } from '../core/quotas/mapping-fixtures';
import type { TroubleRow } from './statement-rows';

const NAME = 'On-demand model inference tokens per minute for Nova Pro';
const ROW = { QuotaCode: 'L-1', QuotaName: NAME, Value: 5, Adjustable: true };
const MINISTRAL = 'L-3B98F300';
const EIGHT_B = 'Ministral 8B 3.0';

/** What is wrong with lists of quotas. */
export function ofList(applied: readonly unknown[], defaults: readonly unknown[] = []): Statement[] {
  return toQuotas(applied, defaults).problems;
}

function ofMapping(
  label: string,
  code: string,
  overrides: Readonly<Record<string, readonly string[]>> = {},
): Statement[] {
  return mapQuotas([onDemand(label, code)], [], overrides).problems;
}

function ofRequests(row: unknown): Statement[] {
  return toIncreaseRequests([row]).problems;
}

/** Rows and names of listings that cannot be used, and aliases and overrides that do not hold. */
export const LISTING_TROUBLES: readonly TroubleRow[] = [
  [
    ofList([ROW, null]),
    'Row 2 of the applied quotas is not an object, so it is left out.',
    'A linha 2 das cotas aplicadas não é um objeto e fica de fora.',
  ],
  [
    ofList([ROW], [null]),
    'Row 1 of the default quotas is not an object, so it is left out.',
    'A linha 1 das cotas padrão não é um objeto e fica de fora.',
  ],
  [
    ofList([{ ...ROW, QuotaName: 7 }]),
    'L-1 has no readable name, so it is left out.',
    'L-1 não tem nome legível e fica de fora.',
  ],
  [
    ofList([{ ...ROW, QuotaName: 'Regional model inference tokens per hour for Nova' }]),
    'L-1, "Regional model inference tokens per hour for Nova", is an inference quota of an unknown kind, so it is left out.',
    'L-1, "Regional model inference tokens per hour for Nova", é uma cota de inferência de tipo desconhecido e fica de fora.',
  ],
  [
    ofList([{ ...ROW, QuotaCode: '' }]),
    `Row 1 of the applied quotas, "${NAME}", has no quota code, so it is left out.`,
    `A linha 1 das cotas aplicadas, "${NAME}", não tem código de cota e fica de fora.`,
  ],
  [
    ofList([ROW], [{ ...ROW, QuotaCode: '' }]),
    'Row 1 of the default quotas has no quota code, so it is left out.',
    'A linha 1 das cotas padrão não tem código de cota e fica de fora.',
  ],
  [
    ofList([{ ...ROW, Value: -1 }]),
    `L-1, "${NAME}", has no usable value, so it is left out.`,
    `L-1, "${NAME}", não tem valor utilizável e fica de fora.`,
  ],
  [
    ofList([{ ...ROW, Adjustable: 'yes' }]),
    `L-1, "${NAME}", does not say whether it is adjustable; taken as not adjustable.`,
    `L-1, "${NAME}", não diz se é ajustável; considera-se não ajustável.`,
  ],
  [
    ofList([ROW, { ...ROW, Value: 2_000_000 }]),
    'L-1 is listed with the values 5 and 2000000; the lower one is used.',
    'L-1 aparece com os valores 5 e 2000000; vale o menor.',
  ],
  [
    ofList([ROW], [{ ...ROW, Value: '5' }]),
    'The default of L-1 has no usable value, so it counts as unknown.',
    'O padrão de L-1 não tem valor utilizável e conta como desconhecido.',
  ],
  [
    ofList([ROW], [ROW, { ...ROW, Value: 4 }]),
    'L-1 has the defaults 5 and 4; the lower one is used.',
    'L-1 tem os padrões 5 e 4; vale o menor.',
  ],
  [
    [toStatement('emptyList', 'servicequotas:ListServiceQuotas')],
    'servicequotas:ListServiceQuotas returned no inference quota; those already known stay watched',
    'servicequotas:ListServiceQuotas voltou sem nenhuma cota de inferência; as que já eram conhecidas continuam observadas',
  ],
  [
    ofRequests(null),
    'Row 1 of the increase requests is not an object, so it is left out.',
    'A linha 1 dos pedidos de aumento não é um objeto e fica de fora.',
  ],
  [
    ofRequests({ QuotaCode: 'L-1', DesiredValue: 5 }),
    'Row 1 of the increase requests, of L-1, has no status, so it is left out.',
    'A linha 1 dos pedidos de aumento, de L-1, não tem status e fica de fora.',
  ],
  [
    ofMapping('Ministral 8B 4.0', MINISTRAL),
    `The alias of ${MINISTRAL} no longer holds: it was reviewed for "On-demand model inference tokens per minute for ${EIGHT_B}" and the quota is now "On-demand model inference tokens per minute for Ministral 8B 4.0", so the mapping falls back to the name.`,
    `O alias de ${MINISTRAL} não vale mais: foi revisado para "On-demand model inference tokens per minute for ${EIGHT_B}" e a cota agora é "On-demand model inference tokens per minute for Ministral 8B 4.0"; o mapeamento voltou a se guiar pelo nome.`,
  ],
  [
    mapQuotas([onDemand(EIGHT_B, MINISTRAL)], [model('mistral.other', EIGHT_B, 'Mistral AI')], {}).problems,
    `${MINISTRAL}, "On-demand model inference tokens per minute for ${EIGHT_B}", was reviewed as mistral.ministral-3-8b-instruct, and now mistral.other is listed under that same name; the review holds until an override says otherwise.`,
    `${MINISTRAL}, "On-demand model inference tokens per minute for ${EIGHT_B}", foi revisada como mistral.ministral-3-8b-instruct, e agora mistral.other está listado com esse mesmo nome; a revisão vale até que um override diga outra coisa.`,
  ],
  [
    mapQuotas([onDemand('Nova', 'L-1'), onDemand('Nova', 'L-2')], [model('amazon.nova', 'Nova', 'Amazon')], {})
      .problems,
    'By their names, L-1 ("On-demand model inference tokens per minute for Nova") and L-2 ("On-demand model inference tokens per minute for Nova") limit the same calls; each is watched, and AWS may have misnamed one.',
    'Pelos nomes, L-1 ("On-demand model inference tokens per minute for Nova") e L-2 ("On-demand model inference tokens per minute for Nova") limitam as mesmas chamadas; cada uma é observada, e a AWS pode ter dado nome errado a uma delas.',
  ],
  [
    ofMapping('Nova', 'L-1', { 'L-2': ['amazon.nova'] }),
    'The override of L-2 names no inference quota of this account and Region.',
    'O override de L-2 não corresponde a nenhuma cota de inferência desta conta e Região.',
  ],
  [
    mapQuotas([quotaOf('Cross-Model Max Tokens Per Day', 'L-1')], [], { 'L-1': ['amazon.nova'] }).problems,
    'The override of L-1 is ignored: the quota counts every model of the account.',
    'O override de L-1 é ignorado: a cota conta todos os modelos da conta.',
  ],
  [
    ofMapping('Nova', 'L-1', { 'L-1': [] }),
    'The override of L-1 lists no model, so it is ignored.',
    'O override de L-1 não lista nenhum modelo e é ignorado.',
  ],
  [
    ofMapping('Nova', 'L-1', { 'L-1': ['us.amazon.nova', 'nova'] }),
    'The override of L-1 is ignored: not a base model id: "us.amazon.nova", "nova"; give ids as ListFoundationModels has them, without us., global. or an ARN.',
    'O override de L-1 é ignorado: não é id de modelo base: "us.amazon.nova", "nova"; informe ids como em ListFoundationModels, sem us., global. nem ARN.',
  ],
];
