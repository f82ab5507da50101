import { forecastDay } from '../../../lib/core/measure/forecast-day';
import { forecastMinute } from '../../../lib/core/measure/forecast-minute';
import { toChatNotifications } from '../../../lib/core/messages/chat';
import { toAlertMessage } from '../../../lib/core/messages/mail';
import { EN } from '../../../lib/language/en';
import { PT_BR } from '../../../lib/language/pt-br';
import { renderQuotaPage } from '../../../lib/page/page';
import { alertOf, NO_DASHBOARD, ORIGIN, PLACES } from '../core/alerts/alert-fixtures';
import { input } from '../core/findings/evaluation';
import { judge } from '../core/judge';
import { eventsOf, SCENARIOS } from '../core/messages/alert-texts';
import { ENGLISH, ours } from './brazilian';

/** Two whole messages, read as a Brazilian engineer would. */
const MESSAGES: Readonly<Record<string, string>> = {
  'tokens per minute at their limit, with throttles': `Subject: CRITICO 97% tokens/min: Claude Sonnet 4.5 V1, entre Regioes, us-east-1

CRÍTICO 97% tokens/min: Claude Sonnet 4.5 V1, entre Regiões

Claude Sonnet 4.5 V1, entre Regiões, usou 973.000 de 1.000.000 tokens no minuto 14:32 UTC. 41 chamadas foram limitadas (throttling) desde 14:30 UTC, 12% de todas as tentativas.

Causa     tokens por minuto, confiança alta: no limite em todos os minutos com throttling; pico de tokens/min em 973.000 de 1.000.000 (97%) em um minuto com throttling ou no seguinte; o dia estava em 26% de L-E3F10727 (estimativa)
Desde     14:31 UTC
Previsão  esgota por volta de 14:36 UTC (entre 14:33 e 15:56) no ritmo de alta dos últimos 10 minutos
Tráfego   us.anthropic.claude-sonnet-4-5-20250929-v1:0 65%, perfil de aplicação "checkout" 35%
Cota      L-F4DDD3EB  aplicado 1.000.000  padrão da AWS 5.000.000  ajustável

Faça agora
1 Peça a volta ao valor padrão (a AWS só aceita um valor acima dele)
  aws service-quotas request-service-quota-increase --service-code bedrock --quota-code L-F4DDD3EB --desired-value 5000001 --region us-east-1
2 Enquanto isso, chame global.anthropic.claude-sonnet-4-5-20250929-v1:0: 100% livre (2.000.000 tokens/min; os dados podem sair da geografia)

Métrica nativa, pontos com 1 a 2 minutos de atraso.

Painel          https://example.com/dashboard
Página da cota  https://us-east-1.console.aws.amazon.com/servicequotas/home/services/bedrock/quotas/L-F4DDD3EB
Runbook         docs/runbook.md#utilization
Conta 111122223333, us-east-1, 2026-10-14T14:33:00Z`,

  'the reservation of max_tokens': `Subject: ainda CRITICO 34% tokens/min, 400 limitadas (throttling): Claude Sonnet 4.5 V1, entre ..., us-east-1

ainda CRÍTICO 34% tokens/min, 400 limitadas (throttling): Claude Sonnet 4.5 V1, entre Regiões

Claude Sonnet 4.5 V1, entre Regiões, usou 340.000 de 1.000.000 tokens no minuto 14:13 UTC. 400 chamadas foram limitadas (throttling) desde 14:13 UTC, 16% de todas as tentativas.

Causa     reserva de max_tokens, confiança média: pico de tokens/min em 340.000 de 1.000.000 (34%) em um minuto com throttling ou no seguinte; entrada + max_tokens são reservados quando a chamada começa, e só o que foi usado é contado; bastaria que cada chamada aceita reservasse 6.600 tokens além do que usou para esgotá-la
Desde     10:30 UTC
Previsão  nenhuma alta que a esgote em 3 horas
Tráfego   us.anthropic.claude-sonnet-4-5-20250929-v1:0 100%
Cota      L-F4DDD3EB  aplicado 1.000.000  padrão da AWS 5.000.000  ajustável

Faça agora
1 Se max_tokens não está definido ou é grande, reduza-o (para cerca de 820): as chamadas devolvem 410 tokens em média, e max_tokens é reservado por inteiro
2 Peça a volta ao valor padrão (a AWS só aceita um valor acima dele)
  aws service-quotas request-service-quota-increase --service-code bedrock --quota-code L-F4DDD3EB --desired-value 5000001 --region us-east-1
3 Enquanto isso, chame global.anthropic.claude-sonnet-4-5-20250929-v1:0: 100% livre (2.000.000 tokens/min; os dados podem sair da geografia)

Métrica nativa, pontos com 1 a 2 minutos de atraso.

Painel          https://example.com/dashboard
Página da cota  https://us-east-1.console.aws.amazon.com/servicequotas/home/services/bedrock/quotas/L-F4DDD3EB
Runbook         docs/runbook.md#throttled
Conta 111122223333, us-east-1, 2026-10-14T14:33:00Z`,
};

describe.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))('in pt-BR: %s', (name, scenario) => {
  const events = eventsOf(scenario, 'pt-BR');
  const { subject, message } = toAlertMessage(events, ORIGIN, PLACES, PT_BR);
  const email = message.email ?? '';

  it('the mail has no English left, and numbers as Brazilians write them', () => {
    expect(ours(`${subject}\n${email}`)).not.toMatch(ENGLISH);
    expect(ours(email)).not.toMatch(/\d,\d{3}/);
    expect(subject).toMatch(/^[\x20-\x7e]{1,100}$/);
    expect(email.split('\n').length).toBeLessThanOrEqual(30);
    if (MESSAGES[name]) expect(`Subject: ${subject}\n\n${email.trimEnd()}`).toBe(MESSAGES[name]);
  });

  it('the chat has none either', () => {
    for (const { content, metadata } of toChatNotifications(events, ORIGIN, PLACES, PT_BR)) {
      const steps = (content.nextSteps ?? []).map((step) => step.replace(/`[^`]*`/g, ''));
      expect(ours([content.title, content.description, ...steps, metadata.summary].join('\n'))).not.toMatch(ENGLISH);
    }
  });

  it('the JSON is the same as in English', () => {
    expect(message.sqs).toBe(toAlertMessage(eventsOf(scenario), ORIGIN, PLACES, EN).message.sqs);
  });

  it('the page has none', () => {
    const given = input({ ...scenario.input, language: 'pt-BR' });
    const { document, described, lookbackMinutes } = judge(given);
    const shown = { document, described, lookbackMinutes, quotas: given.quotas, history: [] };
    const page = renderQuotaPage({ ...shown, language: 'pt-BR' });
    expect(page).toContain('<html lang="pt-BR">');
    const text = page
      .replace(/<style>[\s\S]*?<\/style>|<script>[\s\S]*?<\/script>|<code[^>]*>[\s\S]*?<\/code>|<[^>]*>/g, '\n')
      .replace(/&quot;/g, '"');
    expect(ours(text).replaceAll('Service Quotas', '')).not.toMatch(ENGLISH);
  });
});

it('a context of an older version, in English and without remedies of its own, is told in a message of today', () => {
  const { email } = toAlertMessage([alertOf()], ORIGIN, PLACES, PT_BR).message;
  expect(email).toContain('CRÍTICO 97% tokens/min: Claude Sonnet 4.5 V1, cross-Region');
  expect(email).toMatch(/^Previsão +full at about 14:35 UTC$/m);
  expect(email).toContain('1 Ask for more\n');
});

it('what is over says so in the language', () => {
  const over = alertOf({ event: 'recovered', context: { isPast: true, summary: 'X usou 1.' } });
  expect(toAlertMessage([over], ORIGIN, NO_DASHBOARD, PT_BR).message.email).toContain(
    'Acabou. Último estado visto: X usou 1.',
  );
});

it.each([
  ['a minute of a quota of 0', forecastMinute([], 0, 100)],
  ['minutes without traffic', forecastMinute([], 1, 100)],
  ['a day of a quota of 0', dayOf(0)],
  ['a day without traffic', dayOf(1)],
])('the reason of %s has words', (_, forecast) => {
  expect(EN.forecast.reasons).toHaveProperty([forecast.kind === 'insufficientData' ? forecast.reason : 'no reason']);
});

function dayOf(limit: number) {
  const reading = { tokens: 0, from: 0 };
  return forecastDay({
    minutes: [],
    utcDay: { ...reading, window: 'utcDay' },
    rolling24h: { ...reading, window: 'rolling24h' },
    limit,
    now: 100,
    hourly: null,
  });
}
