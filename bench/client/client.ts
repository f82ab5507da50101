import { MINUTE_FORMS } from '../../local/traffic/minute-forms';
import { printAims, printAssumptions, renderTable, round, saveResult } from '../lib/report';
import { type PlayedRow, toAims } from './aims';
import { CONTESTANTS } from './contestants';
import { inRealTime, inVirtualTime, type Played, play } from './play';
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
    played.recovery === null ? '' : Math.round(played.recovery / 1000),
    played.attempts,
  ];
}

const CHECK_MINUTES = 2;

/** One play in the machine's time, and the same in virtual time, which it is to bear out. */
async function checkInRealTime() {
  const scenario = SCENARIOS.find(({ name }) => name === 'three times over');
  const contestant = CONTESTANTS.find(({ name }) => name === 'ours, limits');
  if (!scenario || !contestant) throw new Error('the play that checks the time is gone');
  const virtual = await play(scenario, contestant, 'fixed', inVirtualTime(CHECK_MINUTES));
  const real = await play(scenario, contestant, 'fixed', inRealTime(CHECK_MINUTES));
  return { minutes: CHECK_MINUTES, scenario: scenario.name, client: contestant.name, virtual, real };
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
    'recovery s',
    'attempts',
  ];
  const results: PlayedRow[] = [];
  const rows = [];
  for (const scenario of SCENARIOS) {
    for (const form of MINUTE_FORMS) {
      for (const contestant of CONTESTANTS) {
        const played = await play(scenario, contestant, form);
        results.push({
          scenario: scenario.name,
          form,
          client: contestant.name,
          isOverload: scenario.isOverload,
          ...played,
        });
        rows.push(toRow(scenario.name, form, contestant.name, played));
      }
    }
  }
  console.log(renderTable(header, rows));
  console.log();
  printAims(toAims(results));
  const check = await checkInRealTime();
  const spell = ({ goodput, throttled }: Played) =>
    `${round(goodput * 100, 1)} % goodput, ${round(throttled * 100, 1)} % throttled`;
  console.log(
    `\n${check.minutes} minutes in real time: ${spell(check.real)}; in virtual time: ${spell(check.virtual)}\n`,
  );
  printAssumptions(ASSUMPTIONS);
  saveResult('client', { results, aims: toAims(results), check, assumptions: ASSUMPTIONS });
}
