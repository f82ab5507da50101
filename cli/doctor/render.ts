import { PRICE_DATE, PRICE_REGION } from '../../lib/core/alerts/digest';
import { type Check, type CheckSaid, type Step, spellSaid } from '../../lib/core/answers/checklist';
import { toMinute, toSpokenTime } from '../../lib/core/vocabulary/time';
import { lookUp, spellCount } from '../../lib/core/vocabulary/wording';
import type { CommandWords } from '../../lib/language/command-words';
import type { Style } from '../terminal/style';
import { callOf, type Diagnosis, toCall } from './document';
import { createSpelling } from './spelling';

const CALL = 'call/';
const STATUS_COLUMNS = 9;
const SUBJECT_COLUMNS = 17;

/** How a diagnosis is drawn. */
interface Look {
  readonly style: Style;
  readonly words: CommandWords;
}

/** Lines of a check: its status and subject in columns, its command below. */
function renderRow(status: Check['status'], subject: string, text: string, { style, words }: Look): string[] {
  const { statuses } = words.doctor;
  const paint = style.severity[status === 'wrong' ? 'critical' : status];
  const label = statuses[status];
  const indent = ' '.repeat(STATUS_COLUMNS + SUBJECT_COLUMNS);
  const [first = '', ...rest] = style.wrap(
    text,
    indent,
    `${label.padEnd(STATUS_COLUMNS)}${subject.padEnd(SUBJECT_COLUMNS)}`,
  );
  return [first.replace(label, () => paint(label)), ...rest];
}

function renderCommand(call: string, indent: number, { style }: Look): string[] {
  return style.command(call, ' '.repeat(indent));
}

function renderCheck({ id, status, said, command }: Check, look: Look): string[] {
  const { words } = look;
  const { doctor } = words;
  const text = spellSaid<CheckSaid, CheckSaid['kind']>(doctor.checks, said, createSpelling(words));
  const subject = lookUp(doctor.subjects, id.startsWith(CALL) ? 'call' : id);
  const rows = renderRow(status, subject, text, look);
  return command === null ? rows : [...rows, ...renderCommand(toCall(command), STATUS_COLUMNS + SUBJECT_COLUMNS, look)];
}

/** Of calls that failed for now the first says why; a permission that is missing is told for each. */
function renderFailedCalls(failed: readonly Check[], look: Look): string[] {
  const denied = failed.filter(({ status }) => status === 'wrong');
  const [first, ...others] = failed.filter(({ status }) => status === 'unknown');
  const { style, words } = look;
  const actions = others.map(({ id }) => id.slice(CALL.length)).join(', ');
  return [
    ...denied.flatMap((check) => renderCheck(check, look)),
    ...(first ? renderCheck(first, look) : []),
    ...(others.length > 0 ? style.wrap(words.doctor.alike(actions), ' '.repeat(STATUS_COLUMNS + SUBJECT_COLUMNS)) : []),
  ];
}

/** Calls that are allowed are told in one line. */
function renderCalls({ checks, advice }: Pick<Diagnosis, 'checks' | 'advice'>, look: Look): string[] {
  const { style, words } = look;
  const made = checks.filter(({ id, said }) => id.startsWith(CALL) && said.kind !== 'notTried');
  const allowed = made.filter(({ status }) => status === 'ok');
  if (made.length === 0) return [];
  const count = words.doctor.callsAllowed(spellCount(allowed.length, words), spellCount(made.length, words));
  const failed = made.filter(({ status }) => status !== 'ok');
  return [
    ...(allowed.length > 0 ? renderRow('ok', words.doctor.subjects.call, count, look) : []),
    ...renderFailedCalls(failed, look),
    ...advice.flatMap((one) => style.wrap(one, ' '.repeat(STATUS_COLUMNS + SUBJECT_COLUMNS)).map(style.bold)),
  ];
}

/** Checks, those of calls first and in short. */
export function renderChecks(told: Pick<Diagnosis, 'checks' | 'advice'>, look: Look): string[] {
  const others = told.checks.filter(({ id }) => !id.startsWith(CALL));
  return [...renderCalls(told, look), ...others.flatMap((check) => renderCheck(check, look))];
}

function renderStep(step: Step, look: Look): string[] {
  const { style, words } = look;
  const { doctor } = words;
  const text = spellSaid<Step['said'], Step['said']['kind']>(doctor.said, step.said, createSpelling(words));
  const title = lookUp(doctor.steps, step.id);
  const call = callOf(step);
  return [
    ...style.wrap(`${title}: ${text}`, '      ', `  [${step.done ? 'x' : ' '}] `),
    ...(call === null ? [] : renderCommand(call, 6, look)),
  ];
}

function renderChecklist(checklist: readonly Step[], look: Look): string[] {
  return (['today', 'thisWeek', 'nextWeeks'] as const).flatMap((when) => {
    const steps = checklist.filter((step) => step.when === when);
    if (steps.length === 0) return [];
    return ['', look.style.bold(look.words.doctor.whens[when]), ...steps.flatMap((step) => renderStep(step, look))];
  });
}

function renderBill({ bill }: Diagnosis, { style, words }: Look): string[] {
  if (!bill) return [];
  const { dollars } = createSpelling(words);
  const { doctor } = words;
  const { afterFreeTier, beforeFreeTier } = bill.withRefusalEvidence;
  return [
    '',
    ...style.wrap(doctor.bill(dollars(bill.afterFreeTier), dollars(bill.beforeFreeTier)), '').map(style.bold),
    ...style.wrap(doctor.billWithEvidence(dollars(afterFreeTier), dollars(beforeFreeTier)), ''),
    ...style.wrap(doctor.billBasis(PRICE_DATE, PRICE_REGION), '').map(style.dim),
  ];
}

function renderVerdict({ checks }: Diagnosis, { style, words }: Look): string[] {
  const { verdict } = words.doctor;
  const countOf = (status: Check['status']) =>
    checks.filter((check) => check.status === status && check.said.kind !== 'notTried').length;
  const [wrong, unknown] = [countOf('wrong'), countOf('unknown')];
  const told = [
    ...(wrong > 0 ? [verdict.wrong(spellCount(wrong, words))] : unknown === 0 ? [verdict.ok] : []),
    ...(unknown === 0 ? [] : [verdict.unknown(spellCount(unknown, words))]),
  ];
  return ['', style.bold(told.join(' '))];
}

/** What was found and what to do, at most 80 columns; ends with a line break. */
export function renderDoctor(diagnosis: Diagnosis, style: Style, words: CommandWords): string {
  const look = { style, words };
  const { accountId, region, examinedAt, checks } = diagnosis;
  const { doctor } = words;
  const place = doctor.place(accountId, region);
  const head = style.bold(doctor.head(place, toSpokenTime(toMinute(examinedAt), 0)));
  const [credentials, ...rest] = checks;
  const lines = [
    ...(region === null ? [] : [head, '']),
    ...(credentials ? renderCheck(credentials, look) : []),
    ...renderChecks({ ...diagnosis, checks: rest }, look),
    ...renderChecklist(diagnosis.checklist, look),
    ...renderBill(diagnosis, look),
    ...renderVerdict(diagnosis, look),
  ];
  return `${lines.join('\n')}\n`;
}
