import type { StatementWords } from '../../core/words/statements';

/** Brazilian Portuguese for what could not be read, used or said. */
export const PT_BR_STATEMENTS: StatementWords = {
  and: ' e ',
  sentences: {
    call: (action, said) => `${action} falhou (${said})`,
    allow: (action) => `permita a ação ${action}`,
    allowKey: () => 'a chave KMS recusa o uso: permita as ações kms:GenerateDataKey e kms:Decrypt nessa chave',
    enableKey: () => 'a chave KMS deve existir e estar habilitada',
    onTopic: (failure, topicArn) => `${failure} no tópico ${topicArn}`,
    targetsOverdue: (count, places) =>
      `nenhum worker olhou ${count} dos alvos que deviam ser lidos (${places}): veja os erros do worker, a concorrência dele e a fila`,
    onRole: (failure, roleArn) => `${failure}, com a role ${roleArn}`,
    targetGone: (place) => `${place} não é mais vigiado: a conta saiu da organização, ou a stack não a nomeia mais.`,
    samePage: () => 'o mesmo token de página veio duas vezes',
    notLinked: (accountId) =>
      `a conta ${accountId} tem métricas e não compartilha nenhuma com a conta de monitoramento nesta região; vincule-a no CloudWatch ou tire a propriedade monitoringAccount`,
    noDatapoints: () => 'a resposta não tem Datapoints',
    noNumber: () => 'um ponto não é um número',
    saysNothingOf: (names) => `a resposta não diz nada sobre ${names}`,
    answeredForFew: (answered, asked) => `o EventBridge respondeu por ${answered} de ${asked}`,
    noMessageId: () => 'o SNS respondeu sem MessageId',
    noEventId: (code) => `${code}: o EventBridge respondeu sem EventId`,
    unprocessed: (action, items) => `${action} deixou itens sem processar: ${items}`,

    endless: (pages) => `a lista não termina após ${pages} páginas; o que veio até ali é usado`,
    noAnswer: () => 'nenhuma resposta completa chegou a tempo',
    outOfTime: () => 'o tempo desta parte da execução acabou; vale o que se sabe de antes',
    nullRows: (action, rows) => `${action} trouxe linhas que não podem ser lidas, deixadas de fora: ${rows}`,
    unsound: (names) => `As métricas ${names} têm valores impossíveis; elas são deixadas de fora`,
    eventAhead: (time, machineTime, minutes) =>
      `o horário ${time} do evento está mais de ${minutes} minutos à frente do relógio da máquina, ${machineTime}; nada foi feito, pois tudo até lá contaria como avaliado: envie um horário que já passou`,

    stored: (item, table, why, fate) => `o item ${item} da tabela ${table} ${why}; ${fate}`,
    storedUnpacked: () => 'não contém nada que possa ser descompactado',
    storedShape: (place) => `não tem o formato desta versão em ${place}`,
    storedNewer: (schema, known) => `é do esquema ${schema}, e esta versão conhece o ${known}`,
    storedFuture: (time) => `foi avaliado até ${time}, que ainda não chegou`,
    storedDropped: () => 'foi descartado, é lido de novo e sobrescrito: nada precisa ser feito',
    storedAside: () =>
      'foi guardado por 30 dias como state-aside#… com o horário, e o watchdog recomeça do zero: o que estava aberto é informado de novo, e as mensagens que esperavam estão nessa cópia',
    storedUnread: (item, table) =>
      `o item ${item} da tabela ${table} não pode ser lido, e não se sabe o que contém; a próxima avaliação informa isso e o recomeça do zero`,
    storedNotKept: (why) =>
      `uma cópia dele não pôde ser guardada (${why}), e o watchdog recomeça do zero: o que estava aberto é informado de novo`,
    storedLeft: () =>
      'fica como está, e esta versão guarda o próprio item ao lado: implante de novo a versão mais nova, ou apague o item',
    storedPresent: () =>
      'foi trazido de volta ao presente: a última hora é avaliada de novo, e o que houve antes pode não ser informado',

    junkPoints: (action, points) => `${action} trouxe pontos que não são números, deixados de fora: ${points}`,
    inPart: (action, partial, all) => `${action} trouxe só em parte ${partial} de ${all} métricas`,

    appliedRow: (row) => `A linha ${row} das cotas aplicadas`,
    defaultRow: (row) => `A linha ${row} das cotas padrão`,
    requestRow: (row) => `A linha ${row} dos pedidos de aumento`,
    rowOf: (row, quotaCode) => `${row}, de ${quotaCode},`,
    rowNamed: (row, quotaName) => `${row}, "${quotaName}",`,
    noObject: (row) => `${row} não é um objeto e fica de fora.`,
    noName: (row) => `${row} não tem nome legível e fica de fora.`,
    unknownKind: (row) => `${row} é uma cota de inferência de tipo desconhecido e fica de fora.`,
    noCode: (row) => `${row} não tem código de cota e fica de fora.`,
    noValue: (row) => `${row} não tem valor utilizável e fica de fora.`,
    noStatus: (row) => `${row} não tem status e fica de fora.`,
    noAdjustable: (row) => `${row} não diz se é ajustável; considera-se não ajustável.`,
    twoValues: (quotaCode, one, other) => `${quotaCode} aparece com os valores ${one} e ${other}; vale o menor.`,
    noDefault: (quotaCode) => `O padrão de ${quotaCode} não tem valor utilizável e conta como desconhecido.`,
    twoDefaults: (quotaCode, one, other) => `${quotaCode} tem os padrões ${one} e ${other}; vale o menor.`,
    emptyList: (action) =>
      `${action} voltou sem nenhuma cota de inferência; as que já eram conhecidas continuam observadas`,

    aliasTripped: (quotaCode, reviewed, quotaName) =>
      `O alias de ${quotaCode} não vale mais: foi revisado para ${reviewed} e a cota agora é "${quotaName}"; o mapeamento voltou a se guiar pelo nome.`,
    reviewedOtherwise: (quotaCode, quotaName, reviewed, listed) =>
      `${quotaCode}, "${quotaName}", foi revisada como ${reviewed}, e agora ${listed} está listado com esse mesmo nome; a revisão vale até que um override diga outra coisa.`,
    doubles: (rows) =>
      `Pelos nomes, ${rows} limitam as mesmas chamadas; cada uma é observada, e a AWS pode ter dado nome errado a uma delas.`,
    overridesNothing: (quotaCode) =>
      `O override de ${quotaCode} não corresponde a nenhuma cota de inferência desta conta e Região.`,
    overridesAll: (quotaCode) => `O override de ${quotaCode} é ignorado: a cota conta todos os modelos da conta.`,
    overrideEmpty: (quotaCode) => `O override de ${quotaCode} não lista nenhum modelo e é ignorado.`,
    overrideInvalid: (quotaCode, ids) =>
      `O override de ${quotaCode} é ignorado: não é id de modelo base: ${ids}; informe ids como em ListFoundationModels, sem us., global. nem ARN.`,

    rulesUnused: (name, why) => `as regras em ${name} não são usadas, as anteriores continuam em vigor: ${why}`,
    rulesSecret: () => 'o parâmetro é um SecureString; use um String',
    limitsUnpublished: (name, why) => `os limites não foram publicados no parâmetro SSM ${name}: ${why}`,
    rulesGone: () => 'o parâmetro não existe, embora a stack o tenha criado; implante de novo',
    moreProblems: (count) => `e mais ${count}`,
    rulesKept: () => 'as regras anteriores continuam em vigor',
    rulesNotRecalled: (why) => `as últimas regras em vigor não puderam ser lidas: ${why}`,
    rulesNotSaved: (why) => `as últimas regras em vigor não puderam ser salvas: ${why}`,
    profileNotRecalled: (why) => `o andamento dos dias anteriores não pôde ser lido: ${why}`,
    profileNotSaved: (why) => `o andamento dos dias anteriores não pôde ser salvo: ${why}`,

    refusalsUnreadable: (count) =>
      `${count} mensagens das últimas três horas na fila de chamadas recusadas não puderam ser lidas; são deixadas de fora`,
    refusalsWait: (waiting, read) =>
      `de cerca de ${waiting} chamadas recusadas que esperavam, esta execução leu ${read}: o resto é lido depois, e as contagens são mínimas`,
    refusalsWaitUncounted: (read) =>
      `esta execução leu ${read} chamadas recusadas, e pode haver mais à espera: o resto é lido depois, e as contagens são mínimas`,
    undeleted: (count, why) =>
      `sqs:DeleteMessage falhou para ${count} mensagens da fila de chamadas recusadas (${why}): elas voltam, e contam uma só vez`,
    refusalsNotRecalled: (why) => `as chamadas recusadas anteriores não puderam ser lidas: ${why}`,
    refusalsNotSaved: (why) => `as chamadas recusadas não puderam ser salvas, e serão lidas de novo: ${why}`,

    ownerUntold: (action, topicArn, since) =>
      `${action} para ${topicArn} falha desde ${since}: o responsável não é avisado; o tópico deve existir nesta Região, e a role precisa da ação ${action} nele e da permissão de usar a chave dele (a propriedade ownerTopics dá as duas)`,
    gaveUp: (count, message, channel) => `depois de um dia, desistiu-se de ${count} de ${message} para ${channel}`,
    toldInShort: (message, channel, why) =>
      `a mensagem de ${message} foi recusada em definitivo e foi para ${channel} resumida; a tabela a guarda como outbox-aside: ${why}`,
    setAside: (message, channel, why) =>
      `a mensagem de ${message} para ${channel} foi recusada em definitivo e está separada, a tabela a guarda como outbox-aside: ${why}`,
    tooLargeToKeep: (message, count) =>
      `a mensagem de ${message} era maior do que se pode guardar até que seja aceita: ela vai por e-mail, e ${count} notificações dela para chat e eventos não são enviadas`,
    outboxFull: (count, from, until) =>
      `${count} mensagens de ${from} a ${until} esperaram tanto que a caixa de saída encheu: são informadas juntas, em uma linha cada`,
    notSetAside: (why) => `uma mensagem recusada não pôde ser separada: ${why}`,
    gaveUpOwner: (message, topicArn) => `depois de um dia, desistiu-se de ${message} para ${topicArn}`,
  },
};
