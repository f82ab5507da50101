import type { LatenessWords } from '../../core/words/lateness';

/** Brazilian Portuguese for a CloudWatch that shows points late. */
export const PT_BR_LATENESS: LatenessWords = {
  subject: 'CloudWatch atrasado, e provavelmente também os números do Bedrock',
  proof: (since, foundAt) =>
    `O CloudWatch aceitou o ponto do próprio watchdog de ${since}, mas em ${foundAt} nem esse ponto nem outro mais recente pôde ser lido.`,
  inference:
    'Os números do Bedrock passam pelo mesmo CloudWatch, então provavelmente também estão atrasados: os altos são reais; nos baixos e no silêncio não dá para confiar.',
  atLeast: (length, since) => `pelo menos ${length}, para pontos desde ${since}`,
  held: 'alertas abertos não são encerrados enquanto isso durar; o que aparecer com atraso é lido até 24 horas para trás e então informado',
  lookAtAws:
    'Veja se a AWS informa atraso nas métricas do CloudWatch nesta Região: https://health.aws.amazon.com/health/status',
  wait: 'Se não informar, resta esperar: gráficos parados não significam tráfego parado, então pergunte a quem faz as chamadas',
  missed:
    'Esses minutos foram avaliados até onde o CloudWatch, que está atrasado, os mostra; o resto será avaliado quando aparecer.',
};
