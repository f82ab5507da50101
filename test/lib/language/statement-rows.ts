import { describeAwsError, StatementError } from '../../../aws/aws-error';
import { type Statement, toStatement } from '../../../lib/core/vocabulary/statement';
import { PT_BR } from '../../../lib/language/pt-br';
import { complain, read } from '../core/rules/rule-sources';

/** What goes wrong, as the code that sees it says so; English; Brazilian Portuguese. */
export type TroubleRow = readonly [readonly Statement[], string, string];

const TOPIC = 'arn:aws:sns:us-east-1:111122223333:payments';

/** An error as AWS words it. */
export function failed(name: string): Error {
  return Object.assign(new Error('User is not authorized'), { name });
}

function call(action: string, error: unknown): Statement {
  return describeAwsError(action, error);
}

/** Calls that failed, replies in part, rules that are not used, and what was not said. */
export const CALL_TROUBLES: readonly TroubleRow[] = [
  [
    [call('sns:Publish', failed('InternalFailure'))],
    'sns:Publish failed (InternalFailure: User is not authorized)',
    'sns:Publish falhou (InternalFailure: User is not authorized)',
  ],
  [
    [call('bedrock:ListFoundationModels', failed('AccessDeniedException'))],
    'bedrock:ListFoundationModels failed (AccessDeniedException: User is not authorized); allow the action bedrock:ListFoundationModels',
    'bedrock:ListFoundationModels falhou (AccessDeniedException: User is not authorized); permita a ação bedrock:ListFoundationModels',
  ],
  [
    [toStatement('onTopic', call('sns:Publish', failed('KMSAccessDenied')), TOPIC)],
    `sns:Publish failed (KMSAccessDenied: User is not authorized); the key it is encrypted with refuses: allow the actions kms:GenerateDataKey and kms:Decrypt on that key on ${TOPIC}`,
    `sns:Publish falhou (KMSAccessDenied: User is not authorized); a chave KMS recusa o uso: permita as ações kms:GenerateDataKey e kms:Decrypt nessa chave no tópico ${TOPIC}`,
  ],
  [
    [call('sns:Publish', failed('KMSDisabledException'))],
    'sns:Publish failed (KMSDisabledException: User is not authorized); the key it is encrypted with must exist and be enabled',
    'sns:Publish falhou (KMSDisabledException: User is not authorized); a chave KMS deve existir e estar habilitada',
  ],
  [
    [call('cloudwatch:ListMetrics', new StatementError(toStatement('samePage')))],
    'cloudwatch:ListMetrics failed (Error: the same page token came twice)',
    'cloudwatch:ListMetrics falhou (o mesmo token de página veio duas vezes)',
  ],
  [
    [call('cloudwatch:GetMetricStatistics', new StatementError(toStatement('noDatapoints')))],
    'cloudwatch:GetMetricStatistics failed (Error: the reply has no Datapoints)',
    'cloudwatch:GetMetricStatistics falhou (a resposta não tem Datapoints)',
  ],
  [
    [call('cloudwatch:GetMetricStatistics', new StatementError(toStatement('noNumber')))],
    'cloudwatch:GetMetricStatistics failed (Error: a point is no number)',
    'cloudwatch:GetMetricStatistics falhou (um ponto não é um número)',
  ],
  [
    [toStatement('limitsUnpublished', '/limits', toStatement('rulesGone'))],
    'the limits were not published in the SSM parameter /limits: it does not exist, though the stack made it; deploy again',
    'os limites não foram publicados no parâmetro SSM /limits: o parâmetro não existe, embora a stack o tenha criado; implante de novo',
  ],
  [
    [call('ssm:GetParameters', new StatementError(toStatement('saysNothingOf', '/rules')))],
    'ssm:GetParameters failed (Error: the reply says nothing of /rules)',
    'ssm:GetParameters falhou (a resposta nada diz de /rules)',
  ],
  [
    [call('events:PutEvents', new StatementError(toStatement('answeredForFew', '1', '2')))],
    'events:PutEvents failed (Error: EventBridge answered for 1 of 2)',
    'events:PutEvents falhou (o EventBridge respondeu por 1 de 2)',
  ],
  [
    [call('sns:Publish', new StatementError(toStatement('noMessageId')))],
    'sns:Publish failed (Error: SNS answered without a MessageId)',
    'sns:Publish falhou (o SNS respondeu sem MessageId)',
  ],
  [
    [call('events:PutEvents', new StatementError(toStatement('noEventId', 'ThrottlingException')))],
    'events:PutEvents failed (ThrottlingException: EventBridge answered without an EventId)',
    'events:PutEvents falhou (ThrottlingException: o EventBridge respondeu sem EventId)',
  ],
  [
    [call('servicequotas:ListServiceQuotas', new StatementError(toStatement('endless', '200')))],
    'servicequotas:ListServiceQuotas failed (Error: the list has no end after 200 pages; what came until then is used)',
    'servicequotas:ListServiceQuotas falhou (a lista não termina após 200 páginas; o que veio até ali é usado)',
  ],
  [
    [call('servicequotas:ListServiceQuotas', new StatementError(toStatement('outOfTime')))],
    'servicequotas:ListServiceQuotas failed (Error: the time of this part of the run was over; what is known from before serves)',
    'servicequotas:ListServiceQuotas falhou (o tempo desta parte da execução acabou; vale o que se sabe de antes)',
  ],
  [
    [toStatement('nullRows', 'cloudwatch:ListMetrics', '2')],
    'cloudwatch:ListMetrics gave 2 rows that cannot be read; they are left out',
    'cloudwatch:ListMetrics trouxe 2 linhas que não podem ser lidas; elas ficam de fora',
  ],
  [
    [toStatement('unsound', 'HighestUtilizationPercent')],
    'The metrics HighestUtilizationPercent have no value that can be; they are left out',
    'As métricas HighestUtilizationPercent não têm um valor possível; elas ficam de fora',
  ],
  [
    [toStatement('eventAhead', '2099-01-01T00:00:00Z', '2026-10-14T14:33:00Z', '5')],
    "the event's time 2099-01-01T00:00:00Z is more than 5 minutes ahead of the machine's clock, 2026-10-14T14:33:00Z; nothing was done, for all until then would count as evaluated: send a time that has been",
    'o horário 2099-01-01T00:00:00Z do evento está mais de 5 minutos à frente do relógio da máquina, 2026-10-14T14:33:00Z; nada foi feito, pois tudo até lá contaria como avaliado: envie um horário que já passou',
  ],
  [
    [toStatement('stored', 'catalog', 'watchdog', toStatement('storedUnpacked'), toStatement('storedDropped'))],
    'the item catalog of the table watchdog holds nothing that can be unpacked; it was dropped and is read anew and written over: nothing needs to be done',
    'o item catalog da tabela watchdog não contém nada que possa ser descompactado; foi descartado, é lido de novo e sobrescrito: nada precisa ser feito',
  ],
  [
    [toStatement('stored', 'state', 'watchdog', toStatement('storedShape', 'data.alerts'), toStatement('storedAside'))],
    'the item state of the table watchdog has not the shape of this version at data.alerts; it was kept for 30 days as state-aside#… with the time, and the watchdog begins anew: what was open is told again, and what waited to be said is in that copy',
    'o item state da tabela watchdog não tem a forma desta versão em data.alerts; foi guardado por 30 dias como state-aside#… com o horário, e o watchdog recomeça: o que estava aberto é avisado de novo, e o que esperava para ser dito está nessa cópia',
  ],
  [
    [toStatement('storedUnread', 'state', 'watchdog')],
    'the item state of the table watchdog cannot be read, so what it holds is not known; the next evaluation tells of it and begins it anew',
    'o item state da tabela watchdog não pode ser lido, e não se sabe o que contém; a próxima avaliação avisa disso e o começa de novo',
  ],
  [
    [
      toStatement(
        'stored',
        'state',
        'watchdog',
        toStatement('storedUnpacked'),
        toStatement('storedNotKept', 'ValidationException'),
      ),
    ],
    'the item state of the table watchdog holds nothing that can be unpacked; a copy of it could not be kept (ValidationException), and the watchdog begins anew: what was open is told again',
    'o item state da tabela watchdog não contém nada que possa ser descompactado; uma cópia dele não pôde ser guardada (ValidationException), e o vigia começa de novo: o que estava aberto é dito outra vez',
  ],
  [
    [toStatement('stored', 'state', 'watchdog', toStatement('storedNewer', '2', '1'), toStatement('storedLeft'))],
    'the item state of the table watchdog is of schema 2, and this version knows 1; it is left as it is, and this version keeps its own beside it: deploy the newer version again, or delete the item',
    'o item state da tabela watchdog é do esquema 2, e esta versão conhece o 1; fica como está, e esta versão guarda o seu ao lado: implante de novo a versão mais nova, ou apague o item',
  ],
  [
    [
      toStatement(
        'stored',
        'state',
        'watchdog',
        toStatement('storedFuture', '2099-01-01T00:00:00Z'),
        toStatement('storedPresent'),
      ),
    ],
    'the item state of the table watchdog was evaluated until 2099-01-01T00:00:00Z, which has not been; it was put back to the present: the last hour is evaluated again, and what happened before may not be told',
    'o item state da tabela watchdog foi avaliado até 2099-01-01T00:00:00Z, que ainda não chegou; foi trazido de volta ao presente: a última hora é avaliada de novo, e o que houve antes pode não ser avisado',
  ],
  [
    [toStatement('unprocessed', 'dynamodb:BatchWriteItem', '3')],
    'dynamodb:BatchWriteItem left 3 items unprocessed',
    'dynamodb:BatchWriteItem deixou itens sem processar: 3',
  ],
  [
    [toStatement('junkPoints', 'cloudwatch:GetMetricData', '3')],
    'cloudwatch:GetMetricData gave 3 points that are no numbers; they are left out',
    'cloudwatch:GetMetricData trouxe pontos que não são números, deixados de fora: 3',
  ],
  [
    [toStatement('inPart', 'cloudwatch:GetMetricData', '3', '500')],
    'cloudwatch:GetMetricData gave 3 of 500 metrics in part only',
    'cloudwatch:GetMetricData trouxe só em parte 3 de 500 métricas',
  ],
  [
    [
      toStatement('rulesUnused', '/rules', {
        clauses: [...read({ mute: [] }).problems, toStatement('moreProblems', '2')],
      }),
    ],
    `the rules in /rules are not used, those of before stay in force: ${complain({ mute: [] })[0]}; and 2 more`,
    `as regras em /rules não são usadas, as anteriores continuam em vigor: ${complain({ mute: [] }, {}, PT_BR)[0]}; e mais 2`,
  ],
  [
    [toStatement('rulesUnused', '/rules', toStatement('rulesSecret'))],
    'the rules in /rules are not used, those of before stay in force: it is a SecureString; make it a String',
    'as regras em /rules não são usadas, as anteriores continuam em vigor: o parâmetro é um SecureString; use um String',
  ],
  [
    [toStatement('rulesUnused', '/rules', toStatement('rulesGone'))],
    'the rules in /rules are not used, those of before stay in force: it does not exist, though the stack made it; deploy again',
    'as regras em /rules não são usadas, as anteriores continuam em vigor: o parâmetro não existe, embora a stack o tenha criado; implante de novo',
  ],
  [
    [{ clauses: [call('ssm:GetParameters', failed('InternalFailure')), toStatement('rulesKept')] }],
    'ssm:GetParameters failed (InternalFailure: User is not authorized); the rules of before stay in force',
    'ssm:GetParameters falhou (InternalFailure: User is not authorized); as regras anteriores continuam em vigor',
  ],
  [
    [toStatement('rulesNotRecalled', { message: 'ENOSPC' })],
    'the rules last in force could not be read: ENOSPC',
    'as últimas regras em vigor não puderam ser lidas: ENOSPC',
  ],
  [
    [toStatement('rulesNotSaved', call('dynamodb:PutItem', failed('AccessDeniedException')))],
    'the rules last in force could not be saved: dynamodb:PutItem failed (AccessDeniedException: User is not authorized); allow the action dynamodb:PutItem',
    'as últimas regras em vigor não puderam ser salvas: dynamodb:PutItem falhou (AccessDeniedException: User is not authorized); permita a ação dynamodb:PutItem',
  ],
  [
    [toStatement('profileNotRecalled', { message: 'x' })],
    'the course of earlier days could not be read: x',
    'o andamento dos dias anteriores não pôde ser lido: x',
  ],
  [
    [toStatement('refusalsUnreadable', '3')],
    '3 messages of the last three hours in the queue of refused calls were none that can be read; they are left out',
    '3 mensagens das últimas três horas na fila de chamadas recusadas não puderam ser lidas; ficam de fora',
  ],
  [
    [toStatement('refusalsWait', '2000')],
    'more refused calls wait than one run reads (2000): what they tell comes later, and the counts are the least',
    'esperam mais chamadas recusadas do que uma execução lê (2000): o que elas dizem chega depois, e as contagens são o mínimo',
  ],
  [
    [toStatement('refusalsNotRecalled', { message: 'x' })],
    'the refused calls of before could not be read: x',
    'as chamadas recusadas de antes não puderam ser lidas: x',
  ],
  [
    [toStatement('refusalsNotSaved', { message: 'x' })],
    'the refused calls could not be saved, and are read again: x',
    'as chamadas recusadas não puderam ser salvas, e serão lidas de novo: x',
  ],
  [
    [toStatement('profileNotSaved', { message: 'x' })],
    'the course of earlier days could not be saved: x',
    'o andamento dos dias anteriores não pôde ser salvo: x',
  ],
  [
    [toStatement('ownerUntold', 'sns:Publish', TOPIC, '2026-10-14T14:33:00Z')],
    `sns:Publish to ${TOPIC} failed since 2026-10-14T14:33:00Z: its owner is not told; the topic must exist in this Region, and the role needs the action sns:Publish on it and the use of its key (the property ownerTopics gives both)`,
    `sns:Publish para ${TOPIC} falha desde 2026-10-14T14:33:00Z: o responsável não é avisado; o tópico deve existir nesta Região, e a role precisa da ação sns:Publish nele e de poder usar a chave dele (a propriedade ownerTopics dá os dois)`,
  ],
  [
    [toStatement('gaveUp', '2', '2026-10-14T14:33:00Z', 'events')],
    'gave up 2 of 2026-10-14T14:33:00Z for events after a day',
    'depois de um dia, desistiu-se de 2 de 2026-10-14T14:33:00Z para events',
  ],
  [[toStatement('noAnswer')], 'Error: no whole answer came in time', 'Error: nenhuma resposta inteira chegou a tempo'],
  [
    [toStatement('toldInShort', '2026-10-14T14:33:00Z', 'mail', 'x')],
    'the message of 2026-10-14T14:33:00Z was refused for good and went to mail in short; the table keeps it as outbox-aside: x',
    'a mensagem de 2026-10-14T14:33:00Z foi recusada em definitivo e foi para mail resumida; a tabela a guarda como outbox-aside: x',
  ],
  [
    [toStatement('setAside', '2026-10-14T14:33:00Z', 'chat', 'x')],
    'the message of 2026-10-14T14:33:00Z to chat was refused for good and is set aside, the table keeps it as outbox-aside: x',
    'a mensagem de 2026-10-14T14:33:00Z para chat foi recusada em definitivo e está posta de lado, a tabela a guarda como outbox-aside: x',
  ],
  [
    [toStatement('tooLargeToKeep', '2026-10-14T14:33:00Z', '5010')],
    'the message of 2026-10-14T14:33:00Z was more than can be kept until it is taken: it is mailed, and 5010 notifications of it for chat and events are not sent',
    'a mensagem de 2026-10-14T14:33:00Z era maior do que se pode guardar até que seja aceita: ela vai por e-mail, e 5010 notificações dela para chat e eventos não são enviadas',
  ],
  [
    [toStatement('outboxFull', '3', '2026-10-14T14:33:00Z', '2026-10-15T14:33:00Z')],
    '3 messages of 2026-10-14T14:33:00Z to 2026-10-15T14:33:00Z waited so long that the outbox was full: they are told together, in a line each',
    '3 mensagens de 2026-10-14T14:33:00Z a 2026-10-15T14:33:00Z esperaram tanto que a caixa de saída encheu: são contadas juntas, em uma linha cada',
  ],
  [
    [toStatement('notSetAside', { message: 'x' })],
    'a message that was refused could not be set aside: x',
    'uma mensagem recusada não pôde ser posta de lado: x',
  ],
  [
    [toStatement('gaveUpOwner', '2026-10-14T14:33:00Z', TOPIC)],
    `gave up 2026-10-14T14:33:00Z for ${TOPIC} after a day`,
    `depois de um dia, desistiu-se de 2026-10-14T14:33:00Z para ${TOPIC}`,
  ],
];
