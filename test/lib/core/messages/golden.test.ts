import { toAlertMessage } from '../../../../lib/core/messages/mail';
import { EN } from '../../../../lib/language/en';
import { ORIGIN, PLACES } from '../alerts/alert-fixtures';
import { eventsOf, SCENARIOS } from './alert-texts';

/** Whole messages as they arrive, read as someone would at three in the morning who knows nothing of the scenario. */
const MESSAGES: Readonly<Record<string, string>> = {
  'tokens per minute at their limit, with throttles': `Subject: CRITICAL 97% tokens/min: Claude Sonnet 4.5 V1, cross-Region, us-east-1

CRITICAL 97% tokens/min: Claude Sonnet 4.5 V1, cross-Region

Claude Sonnet 4.5 V1, cross-Region, used 973,000 of 1,000,000 tokens in the minute 14:32 UTC. 41 calls were throttled since 14:30 UTC, 12% of all attempts.

Cause     tokens per minute, high confidence: at the limit in every minute with throttles; tokens/min peaked at 973,000 of 1,000,000 (97%) in a minute with throttles or the one after; the day stood at 26% of L-E3F10727 (estimate)
Since     14:31 UTC
Forecast  full at about 14:36 UTC (between 14:33 and 15:56) at the rate of increase of the last 10 minutes
Traffic   us.anthropic.claude-sonnet-4-5-20250929-v1:0 65%, application profile "checkout" 35%
Quota     L-F4DDD3EB  applied 1,000,000  AWS default 5,000,000  adjustable

Do now
1 Ask AWS to restore the default (it accepts only a value above the default)
  aws service-quotas request-service-quota-increase --service-code bedrock --quota-code L-F4DDD3EB --desired-value 5000001 --region us-east-1
2 Meanwhile call global.anthropic.claude-sonnet-4-5-20250929-v1:0: 100% free (2,000,000 tokens/min; data may leave the geography)

Native metric, points 1-2 minutes late.

Dashboard   https://example.com/dashboard
Quota page  https://us-east-1.console.aws.amazon.com/servicequotas/home/services/bedrock/quotas/L-F4DDD3EB
Runbook     docs/runbook.md#utilization
Account 111122223333, us-east-1, 2026-10-14T14:33:00Z`,

  'the day at 82 %': `Subject: WARNING 82% tokens/day: all models together, us-east-1

WARNING 82% tokens/day: all models together

All models together used 123,000,000 of 150,000,000 tokens since midnight UTC (estimate).

Forecast  full at about 15:39 UTC (between 15:39 and 17:46) at the pace of the last hour
Traffic   anthropic.claude-sonnet-4-5-20250929-v1:0 100%
Quota     L-E3F10727  applied 150,000,000  AWS default 700,000,000  not adjustable
Also      123,000,000 in the last 24 hours; AWS does not document which reset applies, so the larger reading is shown

Do now
1 Open a Support case of the free type "Account and billing": quota code, Region, use case, steady and peak tokens and requests per minute, average input and output tokens per request (L-E3F10727 cannot be raised by API)

An estimate: AWS does not document how and when daily quotas are charged and reset.

Dashboard   https://example.com/dashboard
Quota page  https://us-east-1.console.aws.amazon.com/servicequotas/home/services/bedrock/quotas/L-E3F10727
Runbook     docs/runbook.md#dailypool
Account 111122223333, us-east-1, 2026-10-14T14:33:00Z`,

  'a quota of 0 that is called': `Subject: CRITICAL 4 throttled: Claude Sonnet 4.5 V1, cross-Region, us-east-1

CRITICAL 4 throttled: Claude Sonnet 4.5 V1, cross-Region

4 calls of Claude Sonnet 4.5 V1 (cross-Region) were throttled since 14:31 UTC, 100% of all attempts. 3 of 3 inference quotas are 0: every call against them is refused, often as "Too many tokens per day". In the last 24 hours calls were attempted against 2 of them.

Cause       a quota of 0, high confidence: L-F4DDD3EB (tokens/min) is 0: every call is refused, often with "Too many tokens per day"
Quota       L-F4DDD3EB  applied 0  AWS default 5,000,000  adjustable
L-F4DDD3EB  Claude Sonnet 4.5 V1, cross-Region, tokens/min: 4 attempts
L-4A6BFAB1  Claude Sonnet 4.5 V1, cross-Region, requests/min: 4 attempts
L-27C57EE8  Claude Sonnet 4.5 V1, global cross-Region, tokens/min

Do now
1 Ask AWS to restore the default (it accepts only a value above the default)
  aws service-quotas request-service-quota-increase --service-code bedrock --quota-code L-F4DDD3EB --desired-value 5000001 --region us-east-1

Native metric, points 1-2 minutes late.

Dashboard   https://example.com/dashboard
Quota page  https://us-east-1.console.aws.amazon.com/servicequotas/home/services/bedrock/quotas/L-F4DDD3EB
Runbook     docs/runbook.md#throttled
Account 111122223333, us-east-1, 2026-10-14T14:33:00Z`,

  'the reservation of max_tokens': `Subject: still CRITICAL 34% tokens/min, 400 throttled: Claude Sonnet 4.5 V1, cross-Region, us-east-1

still CRITICAL 34% tokens/min, 400 throttled: Claude Sonnet 4.5 V1, cross-Region

Claude Sonnet 4.5 V1, cross-Region, used 340,000 of 1,000,000 tokens in the minute 14:13 UTC. 400 calls were throttled since 14:13 UTC, 16% of all attempts.

Cause     reservation of max_tokens, medium confidence: tokens/min peaked at 340,000 of 1,000,000 (34%) in a minute with throttles or the one after; input + max_tokens are reserved when a call starts, and only what was used is counted; it would be full if each accepted call had reserved 6,600 tokens more than it used
Since     10:30 UTC
Forecast  no increase that would reach the limit within 3 hours
Traffic   us.anthropic.claude-sonnet-4-5-20250929-v1:0 100%
Quota     L-F4DDD3EB  applied 1,000,000  AWS default 5,000,000  adjustable

Do now
1 If max_tokens is unset or large, lower it (to about 820): calls return 410 tokens on average, and max_tokens is reserved in full
2 Ask AWS to restore the default (it accepts only a value above the default)
  aws service-quotas request-service-quota-increase --service-code bedrock --quota-code L-F4DDD3EB --desired-value 5000001 --region us-east-1
3 Meanwhile call global.anthropic.claude-sonnet-4-5-20250929-v1:0: 100% free (2,000,000 tokens/min; data may leave the geography)

Native metric, points 1-2 minutes late.

Dashboard   https://example.com/dashboard
Quota page  https://us-east-1.console.aws.amazon.com/servicequotas/home/services/bedrock/quotas/L-F4DDD3EB
Runbook     docs/runbook.md#throttled
Account 111122223333, us-east-1, 2026-10-14T14:33:00Z`,

  'quotas that changed': `Subject: WARNING 2 quotas changed: 1 lowered, 1 raised, us-east-1

WARNING 2 quotas changed: 1 lowered, 1 raised

Seen in the quota list at 14:30 UTC: 2 quotas changed: 1 lowered, 1 raised.

L-F4DDD3EB  applied 1,000,000 → 200,000 tokens/min  (Cross-region model inference tokens per minute for Anthropic Claude Sonnet 4.5 V1)
L-27C57EE8  applied 2,000,000 → 5,000,001 tokens/min  (Global cross-region model inference tokens per minute for Anthropic Claude Sonnet 4.5 V1)

Do now
1 L-F4DDD3EB: Ask AWS to restore the default (it accepts only a value above the default)
  aws service-quotas request-service-quota-increase --service-code bedrock --quota-code L-F4DDD3EB --desired-value 5000001 --region us-east-1

Dashboard   https://example.com/dashboard
Quota page  https://us-east-1.console.aws.amazon.com/servicequotas/home/services/bedrock/quotas
Runbook     docs/runbook.md#quotachanged
Account 111122223333, us-east-1, 2026-10-14T14:33:00Z`,

  'an incident that is over': `Subject: RECOVERED 12% tokens/min: Claude Sonnet 4.5 V1, cross-Region, us-east-1

RECOVERED 12% tokens/min: Claude Sonnet 4.5 V1, cross-Region

Claude Sonnet 4.5 V1, cross-Region, used 129,146 of 1,000,000 tokens in the minute 14:20 UTC.

Since    13:27 UTC
Traffic  us.anthropic.claude-sonnet-4-5-20250929-v1:0 100%
Quota    L-F4DDD3EB  applied 1,000,000  AWS default 5,000,000  adjustable

Native metric, points 1-2 minutes late.

Dashboard   https://example.com/dashboard
Quota page  https://us-east-1.console.aws.amazon.com/servicequotas/home/services/bedrock/quotas/L-F4DDD3EB
Runbook     docs/runbook.md#utilization
Account 111122223333, us-east-1, 2026-10-14T14:33:00Z`,
};

it.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))('%s', (name, scenario) => {
  const { subject, message } = toAlertMessage(eventsOf(scenario), ORIGIN, PLACES, EN);
  expect(`Subject: ${subject}\n\n${message.email?.trimEnd()}`).toBe(MESSAGES[name]);
  expect(subject).toMatch(/^[\x20-\x7e]{1,100}$/);
  expect(message.email?.split('\n').length).toBeLessThanOrEqual(30);
});
