import type { EN_HELP } from '../en/help';

/** Brazilian Portuguese for `--help` of the command line. */
export const PT_BR_HELP: typeof EN_HELP = {
  program:
    'Diz qual cota do Amazon Bedrock está perto do limite, zerada ou com throttling, por quê, até quando e o que fazer.',
  exitCodes:
    'Códigos de saída: 0 nada no nível de --fail-on ou acima, 1 há algo, 2 chamada incorreta, 3 não foi possível ler a AWS.',
  titles: {
    'Usage:': 'Uso:',
    'Arguments:': 'Argumentos:',
    'Options:': 'Opções:',
    'Global Options:': 'Opções globais:',
    'Commands:': 'Comandos:',
  },
  optionsMark: '[opções]',
  commandMark: '[comando]',
  choices: (values) => `valores: ${values}`,
  standard: (value) => `padrão: ${value}`,
  version: 'mostra a versão',
  help: 'mostra a ajuda do comando',
  commands: {
    quotas: 'todas as cotas de inferência: modelos, valor aplicado, padrão da AWS, se é ajustável',
    check: 'uma avaliação: uso, tempo até esgotar, throttling e sua causa, o que fazer',
    explain:
      'o que um erro do Bedrock significa aqui: qual limite, as evidências, o que fazer; sai com 1 se for uma cota própria',
    testAlert: 'envia um exemplo marcado pelo tópico de alertas, e pelo de chat se houver, de um watchdog implantado',
    demo: 'reproduz um dia simulado em uma conta local; em um clone: npm ci && npm run demo',
  },
  arguments: {
    text: 'a mensagem de erro entre aspas, como a AWS a enviou, embrulhada no que for; - lê da entrada padrão',
  },
  options: {
    region: 'Região da AWS; pode ser repetida',
    regionDefault: 'AWS_REGION, ou a Região do perfil',
    profile: 'perfil da AWS (padrão: AWS_PROFILE)',
    json: 'imprime um único documento JSON e nada mais',
    noColor: 'imprime sem cores',
    language: 'idioma dos textos',
    verbose: 'mostra a pilha (stack) dos erros',
    zero: 'só as cotas que são 0',
    lowered: 'só as cotas abaixo do padrão da AWS',
    unmapped: 'só as cotas sem um modelo base certo, e por quê',
    overrides: 'JSON com o seu próprio mapeamento: {"L-…":["base.model-id"]}; docs/mapping.md',
    burndown: 'JSON com as suas próprias taxas de burndown: {"base.model-id":15}; onde o CloudWatch não tem estimativa',
    evaluateAt: 'avalia nesta data e hora ISO; o CloudWatch guarda os minutos por 15 dias (padrão: agora)',
    explainAt: 'explica o estado nesta data e hora ISO (padrão: agora)',
    lookback: 'quanto olhar para trás, de 1m a 24h: 90m, 3h, 1d',
    failOn: 'sai com 1 a partir desta gravidade',
    rules: 'JSON de regras de alerta: os limiares valem, o que está silenciado é marcado; docs/alert-rules.md',
    html: 'grava também uma página com tabelas e gráficos',
    replay: 'avalia os minutos de um arquivo (- é a entrada padrão) em vez da AWS; docs/replay.md',
    quotas: 'com --replay: um list-service-quotas salvo; dá a conta e a Região',
    defaults: 'com --replay: um list-aws-default-service-quotas salvo (padrão: desconhecido)',
    profiles: 'com --replay: um list-inference-profiles salvo',
    models: 'com --replay: um list-foundation-models salvo',
    model: 'id de modelo, id de perfil ou ARN que foi chamado (padrão: o que está no texto)',
    stack: 'stack cujas saídas (outputs) dão os tópicos',
    topicArn: 'este tópico em vez dos de uma stack',
    severity: 'gravidade do exemplo, para políticas de filtro',
    dryRun: 'imprime a mensagem e não envia nada',
  },
};
