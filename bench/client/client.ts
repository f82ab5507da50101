import { MINUTE_FORMS } from '../../local/traffic/minute-forms';
import { printAssumptions, renderTable, round, saveResult } from '../lib/report';
import { CONTESTANTS } from './contestants';
import { type Played, play } from './play';
import { MINUTES, SCENARIOS, TOKENS_PER_MINUTE } from './scenarios';

const ASSUMPTIONS = [
  `${MINUTES} minutes of seeded traffic in virtual time, calls of 450 tokens in the mean that reserve 700, a quota of ${TOKENS_PER_MINUTE} tokens a minute`,
  'a Bedrock that admits by reservation and settlement, once under each form of the minute; a refusal comes back in 30 ms',
  'ten attempts each; waits leave out the time of the answer itself',
];

function toRow(scenario: string, form: string, name: string, played: Played) {
  const percent = (share: number) => round(share * 100, 1);
  return [
    scenario,
    form,
    name,
    percent(played.goodput),
    percent(played.throttled),
    percent(played.failed),
    Math.round(played.waitP50),
    Math.round(played.waitP99),
    played.attempts,
  ];
}

/** Ways of calling Bedrock beside one another: what they get of the quota, and how often they are refused. */
export async function client(): Promise<void> {
  const header = [
    'scenario',
    'minute',
    'client',
    'goodput %',
    'throttled %',
    'failed %',
    'wait p50',
    'wait p99',
    'attempts',
  ];
  const results: object[] = [];
  const rows = [];
  for (const scenario of SCENARIOS) {
    for (const form of MINUTE_FORMS) {
      for (const contestant of CONTESTANTS) {
        const played = await play(scenario, contestant, form);
        results.push({ scenario: scenario.name, form, client: contestant.name, ...played });
        rows.push(toRow(scenario.name, form, contestant.name, played));
      }
    }
  }
  console.log(renderTable(header, rows));
  console.log();
  printAssumptions(ASSUMPTIONS);
  saveResult('client', { results, assumptions: ASSUMPTIONS });
}
