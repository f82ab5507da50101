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
    [toStatement('onRole', call('sts:AssumeRole', failed('AccessDenied')), 'arn:aws:iam::111122223333:role/x-reader')],
    'sts:AssumeRole failed (AccessDenied: User is not authorized); allow the action sts:AssumeRole, for the role arn:aws:iam::111122223333:role/x-reader',
    'sts:AssumeRole falhou (AccessDenied: User is not authorized); permita a ação sts:AssumeRole, com a role arn:aws:iam::111122223333:role/x-reader',
  ],
  [
    [toStatement('targetGone', 'prod (111122223333), us-east-1')],
    'prod (111122223333), us-east-1 is no longer watched: the account left the organisation, or the stack names it no more.',
    'prod (111122223333), us-east-1 não é mais vigiado: a conta saiu da organização, ou a stack não a nomeia mais.',
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
    [toStatement('notLinked', '111122223333')],
    'the account 111122223333 has metrics and shares none with the monitoring account in this Region; link it in CloudWatch, or leave out the property monitoringAccount',
    'a conta 111122223333 tem métricas e não compartilha nenhuma com a conta de monitoramento nesta região; vincule-a no CloudWatch ou tire a propriedade monitoringAccount',
  ],
  [
    [call('cloudwatch:GetMetricStatistics', new StatementError(toStatement('noDatapoints')))],
    'cloudwatch:GetMetricStatistics failed (Error: the reply has no Datapoints)',
    'cloudwatch:GetMetricStatistics falhou (a resposta não tem Datapoints)',
  ],
  [
    [call('cloudwatch:GetMetricStatistics', new StatementError(toStatement('noNumber')))],
    'cloudwatch:GetMetricStatistics failed (Error: a point is not a number)',
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
    'ssm:GetParameters falhou (a resposta não diz nada sobre /rules)',
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
    'servicequotas:ListServiceQuotas failed (Error: the time for this part of the run ran out; what was known before is used)',
    'servicequotas:ListServiceQuotas falhou (o tempo desta parte da execução acabou; vale o que se sabe de antes)',
  ],
  [
    [toStatement('nullRows', 'cloudwatch:ListMetrics', '2')],
    'cloudwatch:ListMetrics gave 2 rows that cannot be read; they are left out',
    'cloudwatch:ListMetrics trouxe linhas que não podem ser lidas, deixadas de fora: 2',
  ],
  [
    [toStatement('unsound', 'HighestUtilizationPercent')],
    'The metrics HighestUtilizationPercent have impossible values; they are left out',
    'As métricas HighestUtilizationPercent têm valores impossíveis; elas são deixadas de fora',
  ],
  [
    [toStatement('eventAhead', '2099-01-01T00:00:00Z', '2026-10-14T14:33:00Z', '5')],
    "the event's time 2099-01-01T00:00:00Z is more than 5 minutes ahead of the machine's clock, 2026-10-14T14:33:00Z; nothing was done, because everything until then would count as evaluated: send a time that has passed",
    'o horário 2099-01-01T00:00:00Z do evento está mais de 5 minutos à frente do relógio da máquina, 2026-10-14T14:33:00Z; nada foi feito, pois tudo até lá contaria como avaliado: envie um horário que já passou',
  ],
  [
    [toStatement('stored', 'catalog', 'watchdog', toStatement('storedUnpacked'), toStatement('storedDropped'))],
    'the item catalog of the table watchdog holds nothing that can be unpacked; it was dropped, and is read again and overwritten: nothing needs to be done',
    'o item catalog da tabela watchdog não contém nada que possa ser descompactado; foi descartado, é lido de novo e sobrescrito: nada precisa ser feito',
  ],
  [
    [toStatement('stored', 'state', 'watchdog', toStatement('storedShape', 'data.alerts'), toStatement('storedAside'))],
    'the item state of the table watchdog does not have the shape of this version at data.alerts; it was kept for 30 days as state-aside#… with the time, and the watchdog starts afresh: what was open is reported again, and messages that were waiting are in that copy',
    'o item state da tabela watchdog não tem o formato desta versão em data.alerts; foi guardado por 30 dias como state-aside#… com o horário, e o watchdog recomeça do zero: o que estava aberto é informado de novo, e as mensagens que esperavam estão nessa cópia',
  ],
  [
    [toStatement('storedUnread', 'state', 'watchdog')],
    'the item state of the table watchdog cannot be read, so what it holds is not known; the next evaluation reports it and starts afresh',
    'o item state da tabela watchdog não pode ser lido, e não se sabe o que contém; a próxima avaliação informa isso e o recomeça do zero',
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
    'the item state of the table watchdog holds nothing that can be unpacked; a copy of it could not be kept (ValidationException), and the watchdog starts afresh: what was open is reported again',
    'o item state da tabela watchdog não contém nada que possa ser descompactado; uma cópia dele não pôde ser guardada (ValidationException), e o watchdog recomeça do zero: o que estava aberto é informado de novo',
  ],
  [
    [toStatement('stored', 'state', 'watchdog', toStatement('storedNewer', '2', '1'), toStatement('storedLeft'))],
    'the item state of the table watchdog is of schema 2, and this version knows 1; it is left as it is, and this version keeps its own beside it: deploy the newer version again, or delete the item',
    'o item state da tabela watchdog é do esquema 2, e esta versão conhece o 1; fica como está, e esta versão guarda o próprio item ao lado: implante de novo a versão mais nova, ou apague o item',
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
    'the item state of the table watchdog was evaluated until 2099-01-01T00:00:00Z, which is in the future; it was reset to the present: the last hour is evaluated again, and what happened before may go unreported',
    'o item state da tabela watchdog foi avaliado até 2099-01-01T00:00:00Z, que ainda não chegou; foi trazido de volta ao presente: a última hora é avaliada de novo, e o que houve antes pode não ser informado',
  ],
  [
    [toStatement('unprocessed', 'dynamodb:BatchWriteItem', '3')],
    'dynamodb:BatchWriteItem left 3 items unprocessed',
    'dynamodb:BatchWriteItem deixou itens sem processar: 3',
  ],
  [
    [toStatement('junkPoints', 'cloudwatch:GetMetricData', '3')],
    'cloudwatch:GetMetricData gave 3 points that are not numbers; they are left out',
    'cloudwatch:GetMetricData trouxe pontos que não são números, deixados de fora: 3',
  ],
  [
    [toStatement('inPart', 'cloudwatch:GetMetricData', '3', '500')],
    'cloudwatch:GetMetricData gave 3 of 500 metrics only in part',
    'cloudwatch:GetMetricData trouxe só em parte 3 de 500 métricas',
  ],
  [
    [
      toStatement('rulesUnused', '/rules', {
        clauses: [...read({ mute: [] }).problems, toStatement('moreProblems', '2')],
      }),
    ],
    `the rules in /rules are not used, the previous ones stay in force: ${complain({ mute: [] })[0]}; and 2 more`,
    `as regras em /rules não são usadas, as anteriores continuam em vigor: ${complain({ mute: [] }, {}, PT_BR)[0]}; e mais 2`,
  ],
  [
    [toStatement('rulesUnused', '/rules', toStatement('rulesSecret'))],
    'the rules in /rules are not used, the previous ones stay in force: it is a SecureString; make it a String',
    'as regras em /rules não são usadas, as anteriores continuam em vigor: o parâmetro é um SecureString; use um String',
  ],
  [
    [toStatement('rulesUnused', '/rules', toStatement('rulesGone'))],
    'the rules in /rules are not used, the previous ones stay in force: it does not exist, though the stack made it; deploy again',
    'as regras em /rules não são usadas, as anteriores continuam em vigor: o parâmetro não existe, embora a stack o tenha criado; implante de novo',
  ],
  [
    [{ clauses: [call('ssm:GetParameters', failed('InternalFailure')), toStatement('rulesKept')] }],
    'ssm:GetParameters failed (InternalFailure: User is not authorized); the previous rules stay in force',
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
    'the pattern of earlier days could not be read: x',
    'o andamento dos dias anteriores não pôde ser lido: x',
  ],
  [
    [toStatement('refusalsUnreadable', '3')],
    '3 messages of the last three hours in the queue of refused calls could not be read; they are left out',
    '3 mensagens das últimas três horas na fila de chamadas recusadas não puderam ser lidas; são deixadas de fora',
  ],
  [
    [toStatement('refusalsWait', '98000', '2000')],
    'of about 98000 refused calls that were waiting, this run read 2000: the rest is read later, and the counts are minimums',
    'de cerca de 98000 chamadas recusadas que esperavam, esta execução leu 2000: o resto é lido depois, e as contagens são mínimas',
  ],
  [
    [toStatement('refusalsWaitUncounted', '2000')],
    'this run read 2000 refused calls, and more may be waiting: the rest is read later, and the counts are minimums',
    'esta execução leu 2000 chamadas recusadas, e pode haver mais à espera: o resto é lido depois, e as contagens são mínimas',
  ],
  [
    [toStatement('undeleted', '3', 'InternalError: x')],
    'sqs:DeleteMessage failed for 3 messages of the queue of refused calls (InternalError: x): they will come again, and count once',
    'sqs:DeleteMessage falhou para 3 mensagens da fila de chamadas recusadas (InternalError: x): elas voltam, e contam uma só vez',
  ],
  [
    [toStatement('refusalsNotRecalled', { message: 'x' })],
    'earlier refused calls could not be read: x',
    'as chamadas recusadas anteriores não puderam ser lidas: x',
  ],
  [
    [toStatement('refusalsNotSaved', { message: 'x' })],
    'the refused calls could not be saved, and will be read again: x',
    'as chamadas recusadas não puderam ser salvas, e serão lidas de novo: x',
  ],
  [
    [toStatement('profileNotSaved', { message: 'x' })],
    'the pattern of earlier days could not be saved: x',
    'o andamento dos dias anteriores não pôde ser salvo: x',
  ],
  [
    [toStatement('ownerUntold', 'sns:Publish', TOPIC, '2026-10-14T14:33:00Z')],
    `sns:Publish to ${TOPIC} has failed since 2026-10-14T14:33:00Z: its owner is not notified; the topic must exist in this Region, and the role needs the action sns:Publish on it and the use of its key (the property ownerTopics gives both)`,
    `sns:Publish para ${TOPIC} falha desde 2026-10-14T14:33:00Z: o responsável não é avisado; o tópico deve existir nesta Região, e a role precisa da ação sns:Publish nele e da permissão de usar a chave dele (a propriedade ownerTopics dá as duas)`,
  ],
  [
    [toStatement('gaveUp', '2', '2026-10-14T14:33:00Z', 'events')],
    'gave up 2 of 2026-10-14T14:33:00Z for events after a day',
    'depois de um dia, desistiu-se de 2 de 2026-10-14T14:33:00Z para events',
  ],
  [[toStatement('noAnswer')], 'Error: no complete answer came in time', 'nenhuma resposta completa chegou a tempo'],
  [
    [toStatement('toldInShort', '2026-10-14T14:33:00Z', 'mail', 'x')],
    'the message of 2026-10-14T14:33:00Z was permanently refused and went to mail in a short version; the table keeps it as outbox-aside: x',
    'a mensagem de 2026-10-14T14:33:00Z foi recusada em definitivo e foi para mail resumida; a tabela a guarda como outbox-aside: x',
  ],
  [
    [toStatement('setAside', '2026-10-14T14:33:00Z', 'chat', 'x')],
    'the message of 2026-10-14T14:33:00Z to chat was permanently refused and is set aside, the table keeps it as outbox-aside: x',
    'a mensagem de 2026-10-14T14:33:00Z para chat foi recusada em definitivo e está separada, a tabela a guarda como outbox-aside: x',
  ],
  [
    [toStatement('tooLargeToKeep', '2026-10-14T14:33:00Z', '5010')],
    'the message of 2026-10-14T14:33:00Z was more than can be kept until it is taken: it is mailed, and 5010 notifications of it for chat and events are not sent',
    'a mensagem de 2026-10-14T14:33:00Z era maior do que se pode guardar até que seja aceita: ela vai por e-mail, e 5010 notificações dela para chat e eventos não são enviadas',
  ],
  [
    [toStatement('outboxFull', '3', '2026-10-14T14:33:00Z', '2026-10-15T14:33:00Z')],
    '3 messages of 2026-10-14T14:33:00Z to 2026-10-15T14:33:00Z waited so long that the outbox was full: they are reported together, one line each',
    '3 mensagens de 2026-10-14T14:33:00Z a 2026-10-15T14:33:00Z esperaram tanto que a caixa de saída encheu: são informadas juntas, em uma linha cada',
  ],
  [
    [toStatement('notSetAside', { message: 'x' })],
    'a message that was refused could not be set aside: x',
    'uma mensagem recusada não pôde ser separada: x',
  ],
  [
    [toStatement('gaveUpOwner', '2026-10-14T14:33:00Z', TOPIC)],
    `gave up 2026-10-14T14:33:00Z for ${TOPIC} after a day`,
    `depois de um dia, desistiu-se de 2026-10-14T14:33:00Z para ${TOPIC}`,
  ],
  [
    [toStatement('targetsOverdue', '2', '111122223333, us-east-1')],
    "no worker has looked at 2 of the targets that were due (111122223333, us-east-1): see the worker's errors, its concurrency and the queue",
    'nenhum worker olhou 2 dos alvos que deviam ser lidos (111122223333, us-east-1): veja os erros do worker, a concorrência dele e a fila',
  ],
];
