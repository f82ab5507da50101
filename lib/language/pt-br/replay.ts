import type { EN_REPLAY } from '../en/replay';

/** Brazilian Portuguese for what a replay says of its files. */
export const PT_BR_REPLAY: typeof EN_REPLAY = {
  forReplay: (flag) => `${flag} é para um replay; adicione --replay ARQUIVO, ou omita ${flag}`,
  needsQuotas: '--replay precisa das cotas do incidente; adicione --quotas ARQUIVO, um list-service-quotas salvo',
  oneRegion: '--replay é de uma única Região e várias foram informadas; execute uma vez para cada Região',
  oneInput: (flags) =>
    `${flags} não podem ser todas -: a entrada padrão é um único arquivo; informe arquivos para as outras`,
  and: ' e ',
  standardInput: 'entrada padrão',
  noClock: (file) => `${file} não tem nenhuma linha, então não indica um horário; adicione linhas, ou --at HORA`,
  notes: {
    ignored: (file, keys, known) => `${file}: ignorado: ${keys}; as chaves que contam são ${known}`,
    profile: '--profile não é usado em um replay; --profiles ARQUIVO dá os nomes dos perfis',
    noTraffic: (file, time) => `${file} não tem nenhuma linha: nenhum tráfego em ${time}`,
    takenAs: (file, listed, region) => `${file} é de ${listed}, mas é tratado como de ${region}`,
    outside: (file, lines, parts) => `${file}: de ${lines}, ${parts}`,
    line: ['linha', 'linhas'],
    early: (count, lookback, how) =>
      `${count} antes do período de ${lookback} (${how}; as leituras do dia usam os últimos 1.440 minutos de qualquer forma)`,
    longer: (hours) => `--lookback ${hours}h as inclui`,
    tooEarly: '24h é o máximo, para as demais informe um --at anterior',
    late: (count, now, at) => `${count} em ${now} ou depois (--at ${at} as inclui)`,
  },
  file: {
    unreadable: (file, why) =>
      `não foi possível ler ${file} (${why}); informe um arquivo de texto UTF-8, ou - para a entrada padrão`,
    notJson: (file, why, command) => `${file} não é JSON (${why}); salve a saída JSON de: ${command}`,
    noList: (file, key, command) => `${file} não tem uma lista "${key}"; salve a saída JSON de: ${command}`,
    empty: (file, command) => `${file} não lista nenhuma cota; salve a saída JSON de: ${command}`,
    noInference: (file) =>
      `${file} não tem nenhuma cota de inferência do Bedrock; informe a lista de --service-code bedrock`,
    regions: (file, names) => `${file} mistura as cotas de ${names}; informe a lista de uma só Região`,
    accounts: (file, names) => `${file} mistura as cotas de ${names}; informe a lista de uma só conta`,
    noRegion: (file) => `nenhuma Região: nenhum ARN de ${file} indica uma; adicione --region us-east-1`,
    otherDefaults: (file, other, quotas, region) =>
      `${file} é de ${other} e ${quotas} de ${region}; os padrões diferem por Região, informe os de ${region}`,
  },
  row: {
    is: (row, got, need) => `${row} é ${got}; ${need}`,
    has: (row, key, got, need) => `${row} tem ${key} igual a ${got}; ${need}`,
    lacks: (row, key, need) => `${row} não tem ${key}; ${need}`,
  },
  line: {
    at: (count) => `linha ${count}`,
    entry: (count) => `item ${count}`,
    notArray: (file, why) =>
      `${file} começa como um array JSON e não é um (${why}); é preciso um objeto JSON por linha, ou um único array; docs/replay.md mostra o formato`,
    notJson: (got) => `não é JSON: ${got}, é preciso um objeto JSON por linha`,
    twice: (place, time, modelId, before) =>
      `${place} repete ${time} de ${modelId} depois de ${before}, é preciso uma só linha para as duas`,
    bad: (file, count, all, faults) => `${file}: ${count} de ${all}: ${faults}; docs/replay.md mostra o formato`,
    more: (count) => `e mais ${count}`,
    badLine: ['linha inválida', 'linhas inválidas'],
    itself: (got, need) => `é ${got}, ${need}`,
    is: (key, got, need) => `${key} é ${got}, ${need}`,
    lacks: (key, need) => `falta ${key}, ${need}`,
  },
  needs: {
    object: 'é preciso um objeto',
    jsonObject: 'é preciso um objeto JSON',
    text: 'é preciso um texto',
    texts: 'é preciso uma lista de textos',
    types: 'é preciso SYSTEM_DEFINED ou APPLICATION',
    models: 'é preciso [{ "modelArn": "…" }]',
    time: 'é preciso uma data e hora ISO com fuso, como 2026-10-14T14:32:00Z',
    modelId: 'é preciso o ModelId da métrica do CloudWatch',
    endpoint: 'é preciso "runtime" ou "mantle"',
    count: (most) => `é preciso um número de 0 a ${most}`,
  },
};
