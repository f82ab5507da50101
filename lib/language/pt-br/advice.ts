import type { AdviceWords } from '../../core/words/advice';

/** Brazilian Portuguese for why, until when, and what to do. */
export const PT_BR_ADVICE: AdviceWords = {
  forecast: {
    hours: (count) => (count === 1 ? 'da última hora' : `das últimas ${count} horas`),
    minutes: (count) => `dos últimos ${count} minutos`,
    rise: (period) => `no ritmo de alta ${period}`,
    lastHour: 'no ritmo da última hora',
    surge: (days) => `no ritmo da última hora, muito acima dos últimos ${days} dias`,
    course: (days, level) => `seguindo o padrão dos últimos ${days} dias, com ${level} do tráfego deles`,
    orNever: (earliest) => `no mínimo em ${earliest}, ou nunca`,
    between: (earliest, latest) => `entre ${earliest} e ${latest}`,
    ifRolling24h: 'se contarem as últimas 24 horas',
    ifUtcDay: 'se contar o dia desde a meia-noite UTC',
    exhausted: (time) => `esgotada desde ${time}`,
    full: (time) => `esgota por volta de ${time}`,
    noRise: 'nenhuma alta que a esgote em 3 horas',
    lasts: (basis) => `suficiente para o dia, ${basis}`,
    atWorst: (time) => `no pior caso, esgota por volta de ${time}`,
    insufficient: (reason) => `dados insuficientes (${reason})`,
    reasons: {
      'the quota is 0': 'a cota é 0',
      'fewer than 10 minutes with traffic in the last 3 hours': 'menos de 10 minutos com tráfego nas últimas 3 horas',
      'less than 60 minutes of traffic seen': 'menos de 60 minutos de tráfego observados',
      'fewer than 10 minutes with traffic in the last hour': 'menos de 10 minutos com tráfego na última hora',
      'no traffic in the last 15 minutes': 'nenhum tráfego nos últimos 15 minutos',
    },
  },
  cause: {
    kinds: {
      tokensPerMinute: 'tokens por minuto',
      requestsPerMinute: 'requisições por minuto',
      tokensPerDay: 'tokens por dia',
      zeroQuota: 'uma cota de 0',
      reservation: 'reserva de max_tokens',
      burst: 'uma rajada dentro do minuto',
      capacity: 'capacidade compartilhada, não a sua cota',
      unknown: 'desconhecida',
    },
    confidences: {
      confirmed: 'confirmada pelas palavras da própria AWS',
      high: 'confiança alta',
      medium: 'confiança média',
      low: 'confiança baixa',
    },
    peak: (dimension, amount, limit, percent) =>
      `pico de ${dimension} em ${amount} de ${limit} (${percent}) em um minuto com throttling ou no seguinte`,
    day: (percent, code) => `o dia estava em ${percent} de ${code} (estimativa)`,
    dayFull: (amount, limit, percent, code) =>
      `o dia estava em ${amount} de ${limit} (${percent}) de ${code} quando houve recusas (estimativa)`,
    inForceThen: (then, now) => `o valor em vigor era ${then}, agora é ${now}`,
    valueUnknown: (code, now) => `${code} foi aumentada para ${now} desde então, e o valor anterior não é conhecido`,
    parts: { input: 'de entrada', cacheWrite: 'de escrita de cache', cacheRead: 'de leitura de cache' },
    cacheReads: (parts, percent, limit) =>
      `suas chamadas reservaram ${parts} ao começar, além de max_tokens: as leituras de cache são liberadas no fim, e com elas ${percent} de ${limit} ficou reservado`,
    thisModel: (tokens) => `${tokens} tokens, a maior saída deste modelo`,
    anyModel: (tokens) => `até ${tokens} tokens, a maior saída de qualquer modelo (a deste não é conhecida)`,
    unset: (tokens) => `uma chamada sem max_tokens reserva ${tokens}: mais que a cota inteira`,
    unsetSum: (calls, tokens, sum, limit) =>
      `se max_tokens não está definido, cada chamada reserva ${tokens}: ${calls} delas ao mesmo tempo chegam a ${sum} com seus prompts, e a cota é ${limit}`,
    reserved: 'entrada + max_tokens são reservados quando a chamada começa, e só o que foi usado é contado',
    passed: (amount) => `até ${amount} passaram sem recusa em outros minutos do dia`,
    fill: (tokens) => `bastaria que cada chamada aceita reservasse ${tokens} tokens além do que usou para esgotá-la`,
    cannotFill: (calls, tokens) =>
      `${calls} de ${tokens} tokens cada não podem ter esgotado a cota ao começar: capacidade compartilhada é mais provável`,
    attempts: (calls) => `${calls} chegaram nesse minuto, incluindo recusadas e novas tentativas`,
    usual: (amount) => `os minutos ao redor estavam em ${amount} por minuto (mediana)`,
    secondsPeak: (percent) =>
      `um pico de poucos segundos pode atingir a cota antes de a soma do minuto chegar a ${percent}%`,
    atLimitAlways: 'no limite em todos os minutos com throttling',
    atLimit: (percent) => `no limite nos minutos de ${percent} do throttling`,
    zero: (code, dimension) =>
      `${code} (${dimension}) é 0: toda chamada é recusada, muitas vezes com "Too many tokens per day"`,
    nearZero:
      'o uso está perto de zero: capacidade compartilhada, ou uma reserva grande, é mais provável que a sua cota',
    noQuota: (calls) => `${calls}, e nenhuma cota de tokens por minuto é conhecida para este tráfego`,
    also: (cause, percent) => `também ${cause}: ${percent} do throttling`,
    latencyOptimized: 'chamadas de latência otimizada',
    longContext: 'chamadas de contexto longo',
    unseen: (code, calls) =>
      `${code} limita ${calls}, cujo uso nenhuma métrica mostra: pode ter sido o limite que as recusou`,
  },
  throttled: {
    ofModel: (calls, model, scope) => `${calls} de ${model} (${scope})`,
    sentence: ({ calls, isOne, since, share }) =>
      `${calls} ${isOne ? 'foi limitada' : 'foram limitadas'} (throttling) desde ${since}, ${share} de todas as tentativas.`,
  },
  remedy: {
    defaultBack: 'Peça a volta ao valor padrão (a AWS só aceita um valor acima dele)',
    ask: (value) => `Peça ${value}`,
    askUnknown: (value) => `Peça ${value} (o padrão da AWS é desconhecido; a AWS recusa um valor que não o supere)`,
    askInConsole: (code) =>
      `Peça mais de ${code} no console do Service Quotas: aqui o padrão da AWS é desconhecido, e a AWS recusa um valor que não o supere`,
    open: (value, since, caseId) =>
      `há um pedido de aumento para ${value} em aberto${since === null ? '' : ` desde ${since}`}${
        caseId === null
          ? ', e a AWS não aceita um segundo: o status dele está no histórico de solicitações do Service Quotas'
          : `, caso ${caseId}: peça uma atualização nesse caso, a AWS não aceita um segundo pedido`
      }`,
    siblingOpen: (code, sibling, scope, open) =>
      `${code} não pode ser aumentada por API; a AWS a trata junto com ${sibling} (tokens/min ${scope} do mesmo modelo), para a qual ${open}`,
    support: (code) =>
      `Abra um caso de suporte do tipo gratuito "Account and billing": código da cota, Região, caso de uso, tokens e requisições por minuto no uso normal e no pico, médias de tokens de entrada e de saída por requisição (${code} não pode ser aumentada por API)`,
    sibling: (code, sibling, scope) =>
      `${code} não pode ser aumentada por API: peça um aumento de ${sibling} (tokens/min ${scope} do mesmo modelo), e a AWS trata as outras cotas de tokens do modelo nesse mesmo pedido`,
    siblingByConsole: (code, sibling, scope) =>
      `${code} não pode ser aumentada por API: peça um aumento de ${sibling} (tokens/min ${scope} do mesmo modelo) no console do Service Quotas, e a AWS trata as outras cotas de tokens do modelo nesse mesmo pedido; o padrão da AWS não é conhecido aqui, e a AWS recusa um valor que não esteja acima dele`,
    meanwhile: (target, free, value) => `Enquanto isso, chame ${target}: ${free} livre (${value} tokens/min)`,
    meanwhileGlobal: (target, free, value) =>
      `Enquanto isso, chame ${target}: ${free} livre (${value} tokens/min; os dados podem sair da geografia)`,
    or: ' ou ',
    byRuntime: (target) => `${target} pelo bedrock-runtime`,
    maxTokens: (suggestion, average) =>
      `Se max_tokens não está definido ou é grande, reduza-o (para cerca de ${suggestion}): as chamadas devolvem ${average} tokens em média, e max_tokens é reservado por inteiro`,
    cacheReads:
      'A entrada em cache é reservada por inteiro no começo de cada chamada e liberada no fim: faça menos chamadas ao mesmo tempo, ou encurte o prefixo em cache; reduzir max_tokens muda pouco',
    raisedSince: (code, value) =>
      `${code} foi aumentada para ${value} desde então: nada a fazer, a menos que chamadas voltem a ser recusadas`,
    perSecond: (count) => `no máximo ${count} requisições por segundo`,
    everySeconds: (count) => `no máximo uma requisição a cada ${count} segundos`,
    spread: (pace) =>
      `Distribua as chamadas ao longo do minuto${pace}; tente de novo com pausas aleatórias (jitter), depois do início do próximo minuto`,
    backOff:
      'Reduza o ritmo, com pausas crescentes e aleatórias (backoff); se persistir, chame outra Região: uma cota maior não muda nada',
  },
};
