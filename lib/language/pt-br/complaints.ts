import type { EN_COMPLAINTS } from '../en/complaints';

/** Brazilian Portuguese for what the command line says on standard error. */
export const PT_BR_COMPLAINTS: typeof EN_COMPLAINTS = {
  warning: (text) => `aviso: ${text}`,
  note: (text) => `nota: ${text}`,
  unexpected: (error) => `erro inesperado, ${error}; --verbose mostra mais`,
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
    models: (region) => `perguntando pelo acesso aos modelos de ${region}`,
    refusals: (region) => `lendo chamadas recusadas de ${region}, duas páginas por segundo`,
    modelId: ['id de modelo', 'ids de modelo'],
  },
  moreRowsInDoubt: (region, count) => `${region}: outras linhas da lista de cotas em dúvida: ${count}`,
  check: {
    oneRegion: '--html mostra uma única Região e várias foram informadas; execute uma vez para cada Região',
    unwritten: (why) => `a página não foi gravada (${why}); informe um arquivo em que se possa gravar`,
  },
  explain: {
    noInput: (why) => `não foi possível ler a entrada padrão (${why}); dê o erro como texto`,
    noText: 'o texto do erro está vazio; informe a mensagem entre aspas, como a AWS a enviou',
    textAndRecent: 'um texto de erro e --recent foram dados; deixe um deles de fora',
    noModel: '--model está vazio; informe o id que foi chamado, ou omita a opção',
  },
  testAlert: {
    oneRegion: 'test-alert fala com um só watchdog e várias Regiões foram informadas; execute uma vez para cada uma',
    otherRegion: (region, given) => `--topic-arn é um tópico de ${region} e --region diz ${given}; omita um dos dois`,
    noRegion: 'nenhuma Região com que falar; adicione --region us-east-1',
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
    cloneOnly: '--local só roda em um clone do projeto; rode npm ci e npm run --silent cli -- … --local nele',
    started: (at) => `responde uma conta local em loopback, a AWS não é chamada; o relógio dela é ${at}`,
  },
  demo: 'a demo só funciona em um clone do projeto; execute npm ci && npm run demo nele',
};
