import { SCHEMA_VERSION } from '../../lib/contract';
import { PRICE_DATE, PRICE_REGION } from '../../lib/core/alerts/digest';
import { type Check, type CheckSaid, type ExpectedBill, type Step, spellSaid } from '../../lib/core/answers/checklist';
import { EN_COMMANDS } from '../../lib/language/command-words';
import { PROGRAM } from '../terminal/complain';
import { createSpelling } from './spelling';

/** What a doctor found in one Region. */
export interface Diagnosis {
  /** `null`: not known. */
  readonly accountId: string | null;
  readonly region: string | null;
  /** ISO time in UTC. */
  readonly examinedAt: string;
  readonly checks: readonly Check[];
  /** What a person does about calls that failed, each once. */
  readonly advice: readonly string[];
  readonly checklist: readonly Step[];
  /** `null`: a watchdog is deployed already, or the traffic could not be read. */
  readonly bill: ExpectedBill | null;
}

/** What `doctor --json` prints for a Region. */
export interface DoctorDocument {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly accountId: string | null;
  readonly region: string | null;
  readonly examinedAt: string;
  readonly checks: readonly {
    readonly id: string;
    readonly status: Check['status'];
    readonly text: string;
    readonly command: string | null;
  }[];
  readonly checklist: readonly {
    readonly when: Step['when'];
    readonly id: string;
    readonly done: boolean;
    readonly text: string;
    readonly command: string | null;
  }[];
  /** US dollars; an estimate. */
  readonly monthlyBill: {
    readonly currency: 'USD';
    readonly afterFreeTier: number;
    readonly beforeFreeTier: number;
    readonly withRefusalEvidence: { readonly afterFreeTier: number; readonly beforeFreeTier: number };
    readonly priceRegion: string;
    readonly priceDate: string;
  } | null;
}

/** A command as it can be pasted. */
export function toCall(command: string): string {
  return `${PROGRAM} ${command}`;
}

/** The command of a step as it can be pasted; `null`: there is none. */
export function callOf({ command }: Step): string | null {
  if (command === null) return null;
  return command.isProgram ? toCall(command.text) : command.text;
}

function toCents(dollars: number): number {
  return Math.round(dollars * 100) / 100;
}

/** Checks as programs read them: their texts are English. */
export function toCheckDocuments(checks: readonly Check[]): DoctorDocument['checks'] {
  const spelling = createSpelling(EN_COMMANDS);
  return checks.map(({ id, status, said, command }) => ({
    id,
    status,
    text: spellSaid<CheckSaid, CheckSaid['kind']>(EN_COMMANDS.doctor.checks, said, spelling),
    command: command === null ? null : toCall(command),
  }));
}

/** A diagnosis as programs read it: its texts are English. */
export function toDoctorDocument(diagnosis: Diagnosis): DoctorDocument {
  const { accountId, region, examinedAt, checks, checklist, bill } = diagnosis;
  const { doctor } = EN_COMMANDS;
  const spelling = createSpelling(EN_COMMANDS);
  return {
    schemaVersion: SCHEMA_VERSION,
    accountId,
    region,
    examinedAt,
    checks: toCheckDocuments(checks),
    checklist: checklist.map((step) => ({
      when: step.when,
      id: step.id,
      done: step.done,
      text: spellSaid<Step['said'], Step['said']['kind']>(doctor.said, step.said, spelling),
      command: callOf(step),
    })),
    monthlyBill: bill && {
      currency: 'USD',
      afterFreeTier: toCents(bill.afterFreeTier),
      beforeFreeTier: toCents(bill.beforeFreeTier),
      withRefusalEvidence: {
        afterFreeTier: toCents(bill.withRefusalEvidence.afterFreeTier),
        beforeFreeTier: toCents(bill.withRefusalEvidence.beforeFreeTier),
      },
      priceRegion: PRICE_REGION,
      priceDate: PRICE_DATE,
    },
  };
}
