import type { EN_COMPLAINTS } from '../en/complaints';

/** Brazilian Portuguese for what the command line says on standard error. */
export const PT_BR_COMPLAINTS: typeof EN_COMPLAINTS = {
  warning: (text) => `alerta: ${text}`,
  note: (text) => `nota: ${text}`,
  language: (name, value, known) => `${name} é "${value}"; use um destes valores: ${known}, ou remova a variável`,
  outputLost: (why) => `a saída não pôde ser escrita por inteiro: ${why}; libere espaço ou escreva em outro lugar`,
  unexpected: (error) => `erro inesperado: ${error}; --verbose mostra mais`,
  call: {
    see: (complaint, program) => `${complaint}; veja ${program} --language pt-BR --help`,
    unknownOption: (flag) => `opção desconhecida '${flag}'`,
    unknownCommand: (name) => `comando desconhecido '${name}'`,
    missingArgument: (name) => `falta o argumento obrigatório '${name}'`,
    optionMissingArgument: (flags) => `falta o valor da opção '${flags}'`,
    missingOption: (flags) => `falta a opção obrigatória '${flags}'`,
    invalid: (flags, value, why) => `o valor '${value}' da opção '${flags}' é inválido. ${why}`,
    tooMany: (command, expected, got) =>
      `argumentos demais para '${command}': número esperado ${expected}, recebido ${got}`,
    conflict: (flags, other) => `a opção '${flags}' não pode ser usada com a opção '${other}'`,
    choices: (values) => `Valores permitidos: ${values}`,
    didYouMean: (complaint, candidate) => `${complaint} (você quis dizer ${candidate}?)`,
    didYouMeanOneOf: (complaint, candidates) => `${complaint} (você quis dizer um destes: ${candidates}?)`,
  },
  values: {
    shell: 'Informe bash, zsh ou fish.',
    region: 'Informe o nome de uma Região, como us-east-1.',
    lookback: 'Informe de 1m a 24h, como 90m, 3h ou 1d.',
    count: 'Informe um número inteiro acima de 0.',
    tokens: 'Informe um número inteiro de tokens, 0 ou mais.',
    time: 'Informe uma data e hora ISO com fuso, como 2026-10-14T14:32:00Z.',
  },
  connection: {
    noRegion:
      'nenhuma Região da AWS: nem --region, nem AWS_REGION, nem AWS_DEFAULT_REGION foi informada; adicione --region us-east-1',
    noRegionInProfile: (profile) =>
      `nenhuma Região da AWS: nem --region, nem AWS_REGION, nem AWS_DEFAULT_REGION foi informada, e o perfil "${profile}" não indica nenhuma; adicione --region us-east-1`,
    noCredentials: (why) =>
      `nenhuma credencial da AWS: ${why}; execute aws configure ou aws sso login, ou defina AWS_PROFILE`,
    noCredentialsInProfile: (profile, why) =>
      `nenhuma credencial da AWS para o perfil "${profile}": ${why}; execute aws configure ou aws sso login, ou defina AWS_PROFILE`,
    badRegion: (text) => `"${text}" não é um nome de Região; defina AWS_REGION ou --region com um nome como us-east-1`,
  },
  advice: {
    expired: 'as credenciais expiraram: execute aws sso login, ou obtenha novas',
    unknownCaller: 'a AWS não conhece estas credenciais: verifique AWS_PROFILE, ou se a Região está habilitada',
    network: 'verifique a rede, o nome da Região e AWS_ENDPOINT_URL, se definida',
    again: 'tente de novo; --verbose mostra o erro completo',
  },
  reading: {
    quotas: (region) => `lendo as cotas de ${region}`,
    usage: (region) => `lendo o uso de ${region}`,
    models: (region) => `consultando o acesso aos modelos de ${region}`,
    refusals: (region) => `lendo chamadas recusadas de ${region}, duas páginas por segundo`,
    watchdog: (region) => `consultando o watchdog de ${region}`,
    targets: (done, all) => `lendo contas e regiões … ${done} de ${all}`,
    modelId: ['id de modelo', 'ids de modelo'],
  },
  moreRowsInDoubt: (region, count) => `${region}: outras linhas da lista de cotas em dúvida: ${count}`,
  fleet: {
    oneRegion:
      '--all pergunta a um watchdog e foram dadas várias regiões; --region é onde está a stack, --only escolhe entre o que ela vigia',
    noStack: (stack, region) => `não há stack "${stack}" em ${region}; indique-a com --stack ou a região com --region`,
    noFleet: (stack, region) =>
      `a stack "${stack}" em ${region} vigia uma só conta e região; tire --all ou indique outra com --stack`,
    noTable: (stack) => `a stack "${stack}" não tem tabela, portanto suas contas e regiões não são conhecidas`,
    noTargets: (stack) => `o watchdog da stack "${stack}" ainda não olhou nada; tente de novo em alguns minutos`,
    noneOfThese: (words) => `nenhuma conta e região tem as palavras "${words}"; tire --only para ver todas`,
  },
  check: {
    oneRegion: '--html mostra uma única Região e várias foram informadas; execute uma vez para cada Região',
    unwritten: (why) => `a página não foi gravada (${why}); informe um arquivo em que se possa gravar`,
  },
  explain: {
    noInput: (why) => `não foi possível ler a entrada padrão (${why}); informe o erro como texto`,
    noText: 'o texto do erro está vazio; informe a mensagem entre aspas, como a AWS a enviou',
    textAndRecent: 'um texto de erro e --recent foram informados; omita um dos dois',
    noModel: '--model está vazio; informe o id que foi chamado, ou omita a opção',
  },
  watchdogOf: (name, stack) => `${name} (da stack ${stack})`,
  severalWatchdogs: (list, region) => `há vários watchdogs em ${region}: ${list}; indique um com --stack`,
  testAlert: {
    oneRegion: 'test-alert testa um só watchdog e várias Regiões foram informadas; execute uma vez para cada uma',
    otherRegion: (region, given) => `--topic-arn é um tópico de ${region} e --region diz ${given}; omita um dos dois`,
    noRegion: 'nenhuma Região foi informada; adicione --region us-east-1',
    byArn: 'ou informe o tópico com --topic-arn',
    noStack: (stack, region) =>
      `não há stack "${stack}" em ${region}; indique-a com --stack ou a Região dela com --region, ou informe o tópico com --topic-arn`,
    noOutput: (stack, region) =>
      `a stack "${stack}" em ${region} não tem a saída AlertTopicArn; indique a stack do watchdog com --stack, ou informe o tópico com --topic-arn`,
    output: (name) => `a saída ${name}`,
    badArn: (from, text) =>
      `${from} é "${text}", que não é um tópico; informe um ARN como arn:aws:sns:us-east-1:111122223333:alerts`,
    fifo: (from) => `${from} é um tópico FIFO; o watchdog só publica em tópicos padrão, informe um deles`,
    noTopic: (topicArn) => `não há tópico ${topicArn}; use o ARN da saída AlertTopicArn da stack do watchdog`,
    ofTopic: (failure, topicArn) => `${failure}, para ${topicArn}`,
  },
  local: {
    cloneOnly: 'a conta local não está nesta instalação; instale o pacote de novo, ou execute npm ci em um clone',
    started: (at) => `quem responde é uma conta local, a AWS não é chamada; o relógio dela marca ${at}`,
  },
  demo: 'a demo não pode ser executada aqui; execute npx quota-watchdog demo',
};
