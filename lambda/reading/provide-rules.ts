import type { AwsClients } from '../../aws/clients';
import type { TablePartition } from '../../aws/dynamodb';
import { type ParameterReading, readParameters } from '../../aws/ssm';
import { type AlertRulesReading, readRulesText } from '../../lib/core/rules/read-rules';
import { type AlertRules, joinAlertRules, NO_ALERT_RULES } from '../../lib/core/rules/rules';
import type { BlindSpot, Read } from '../../lib/core/vocabulary/blind-spot';
import { RULES_REFRESH_MINUTES } from '../../lib/core/vocabulary/cadence';
import type { RuleProblem } from '../../lib/core/vocabulary/rule-problem';
import { type Statement, toStatement } from '../../lib/core/vocabulary/statement';
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import type { PollerConfig } from '../config';
import { loadRuleTexts, type RememberedTexts, type RuleTexts, saveRuleTexts } from '../memory/rule-texts';

/** What reading the rules needs. */
export interface RulesSurroundings {
  readonly config: Pick<PollerConfig, 'rulesParameter' | 'stackRulesParameter' | 'knowsOrganization' | 'thresholds'>;
  readonly clients: Pick<AwsClients, 'ssm'>;
  readonly table: TablePartition;
}

/** The rules in force. */
export interface RulesInForce {
  readonly rules: AlertRules;
  /** What is wrong with those that should be; it stays a blind spot until the next reading. */
  readonly ruleProblems: readonly BlindSpot[];
}

/** What this process knows. */
interface Known {
  readonly readAt: EpochMinute;
  readonly inForce: RulesInForce;
  readonly texts: RuleTexts;
  /** What the table has; `null` when that must be read again. */
  readonly remembered: RememberedTexts | null;
}

/** Name of the rules as something that can fail. */
const SOURCE = 'ssm:rules';

/** Problems of one parameter that are told; the rest is counted. */
const TOLD_PROBLEMS = 5;

const knownRules = new WeakMap<TablePartition, Known>();

function read(text: string, { thresholds, knowsOrganization }: RulesSurroundings['config']): AlertRulesReading {
  return readRulesText(text, thresholds, knowsOrganization);
}

function complain(name: string, why: Statement): BlindSpot {
  return { source: SOURCE, ...toStatement('rulesUnused', name, why) };
}

function joinProblems(problems: readonly RuleProblem[]): Statement {
  const untold = problems.length - TOLD_PROBLEMS;
  const rest = untold > 0 ? [toStatement('moreProblems', `${untold}`)] : [];
  return { clauses: [...problems.slice(0, TOLD_PROBLEMS), ...rest] };
}

/** The text of a parameter that is to be in force from now on: a new one, none, or the one of before with a complaint. */
function choose(
  name: string,
  reading: ParameterReading | undefined,
  config: RulesSurroundings['config'],
): { text: string | null } | { problem: BlindSpot } {
  if (reading?.kind === 'text') {
    const { problems } = read(reading.text, config);
    return problems.length === 0 ? { text: reading.text } : { problem: complain(name, joinProblems(problems)) };
  }
  if (reading?.kind === 'secret') return { problem: complain(name, toStatement('rulesSecret')) };
  const isOfStack = name === config.stackRulesParameter;
  return isOfStack ? { problem: complain(name, toStatement('rulesGone')) } : { text: null };
}

/** Whoever comes later wins ties: the user's own over the stack's. */
function toRules(names: readonly string[], texts: RuleTexts, config: RulesSurroundings['config']): AlertRules {
  return names
    .map((name) => texts[name])
    .filter((text) => text !== undefined)
    .map((text) => read(text, config).rules ?? NO_ALERT_RULES)
    .reduce(joinAlertRules, NO_ALERT_RULES);
}

/** The texts in force from now on, and what is wrong with others. */
function chooseAll(
  names: readonly string[],
  parameters: ReadonlyMap<string, ParameterReading>,
  before: RuleTexts,
  config: RulesSurroundings['config'],
): { texts: RuleTexts; problems: BlindSpot[] } {
  const choices = names.map((name) => [name, choose(name, parameters.get(name), config)] as const);
  const problems = choices.flatMap(([, choice]) => ('problem' in choice ? [choice.problem] : []));
  const texts = choices.flatMap(([name, choice]) => {
    const text = 'problem' in choice ? before[name] : choice.text;
    return typeof text === 'string' ? [[name, text] as const] : [];
  });
  return { texts: Object.fromEntries(texts), problems };
}

/** @returns what the table has then. */
async function saveIfChanged(
  table: TablePartition,
  names: readonly string[],
  texts: RuleTexts,
  remembered: RememberedTexts | null,
): Promise<Read<RememberedTexts | null>> {
  const isChanged =
    remembered !== null &&
    (remembered.isBroken === true || names.some((name) => texts[name] !== remembered.texts[name]));
  return isChanged ? saveRuleTexts(table, texts, remembered.version) : { value: remembered, blindSpots: [] };
}

async function refresh(
  { config, clients, table }: RulesSurroundings,
  names: readonly string[],
  now: EpochMinute,
): Promise<Read<RulesInForce>> {
  const known = knownRules.get(table);
  const [recalled, { parameters, error }] = await Promise.all([
    known?.remembered ? { value: known.remembered, blindSpots: [] } : loadRuleTexts(table),
    readParameters(clients.ssm, names),
  ]);
  const before = known?.texts ?? recalled.value?.texts ?? {};
  const { texts, problems } = parameters
    ? chooseAll(names, parameters, before, config)
    : { texts: before, problems: [] };
  const saved = await saveIfChanged(table, names, texts, recalled.value);
  const failures = [
    ...(error ? [{ source: SOURCE, clauses: [error, toStatement('rulesKept')] }] : []),
    ...recalled.blindSpots,
    ...saved.blindSpots,
  ];
  const rules = toRules(names, texts, config);
  const inForce = { rules, ruleProblems: [...problems, ...failures] };
  // Without what was in force before, texts may be missing here that the table still has: they must not replace it.
  const isSure = known !== undefined || recalled.value !== null || (parameters !== null && problems.length === 0);
  if (isSure) knownRules.set(table, { readAt: now, inForce, texts, remembered: saved.value });
  return { value: { rules, ruleProblems: problems }, blindSpots: failures };
}

/**
 * The rules of the stack and those of the user's own parameter as one set, read every five minutes. What cannot be read,
 * or cannot be used, leaves those of before in force, across processes too, and is reported.
 */
export async function provideRules(surroundings: RulesSurroundings, now: EpochMinute): Promise<Read<RulesInForce>> {
  const { config, table } = surroundings;
  const names = [config.stackRulesParameter, config.rulesParameter].filter((name) => name !== null);
  if (names.length === 0) return { value: { rules: NO_ALERT_RULES, ruleProblems: [] }, blindSpots: [] };
  const known = knownRules.get(table);
  if (known && now - known.readAt < RULES_REFRESH_MINUTES) return { value: known.inForce, blindSpots: [] };
  return refresh(surroundings, names, now);
}
