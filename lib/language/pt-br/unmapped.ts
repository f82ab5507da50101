import type { UnmappedWords } from '../../core/words/unmapped';

/** Brazilian Portuguese for why a quota is joined with no model. */
export const PT_BR_UNMAPPED: UnmappedWords = {
  and: ' e ',
  noModel: 'nenhum modelo com esse nome está listado',
  severalModels: (ids) => `o nome corresponde a vários modelos: ${ids}`,
  renamed: (reviewed, why) => `renomeada desde a revisão do seu alias (para ${reviewed}), e ${why}`,
  unlisted: 'seus modelos não foram listados',
  newKind: 'seu nome é de um tipo que esta versão não conhece',
  retired: 'seu modelo foi desativado',
};
