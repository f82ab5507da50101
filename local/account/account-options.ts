import type { QuotaTableRow } from '../quotas/table';
import type { AnswerOptions } from '../services/bedrock-runtime';
import type { MinuteForm } from '../traffic/minute-forms';
import type { TrailOptions } from '../traffic/trail';
import type { Visibility } from '../traffic/visibility';

/** Checks what a local account is set up with. @throws RangeError that names the option, what it got and what it takes. */
export function checkOptions({
  accountId,
  region,
  port,
  pageSizes = {},
  quotas = [],
  answer = {},
}: LocalAccountOptions): void {
  if (accountId !== undefined && !/^\d{12}$/.test(accountId))
    throw new RangeError(`accountId must be twelve digits, not "${accountId}"`);
  if (region !== undefined && !/^[a-z]{2}(-[a-z]+)+-\d$/.test(region))
    throw new RangeError(`region must be like us-east-1, not "${region}"`);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535))
    throw new RangeError(`port must be from 0 to 65535, not ${port}`);
  for (const [name, size] of Object.entries(pageSizes)) {
    if (size !== undefined && !(Number.isInteger(size) && size >= 1))
      throw new RangeError(`pageSizes.${name} must be 1 or more, not ${size}`);
  }
  for (const [name, value] of Object.entries(answer)) {
    if (value !== undefined && !(value >= 0)) throw new RangeError(`answer.${name} must be 0 or more, not ${value}`);
  }
  const codes = new Set<string>();
  for (const { quotaCode, appliedValue } of quotas) {
    if (codes.has(quotaCode)) throw new RangeError(`quotas has ${quotaCode} twice`);
    if (!(appliedValue >= 0)) throw new RangeError(`the applied value of ${quotaCode} must be 0 or more`);
    codes.add(quotaCode);
  }
}

/** How a local account is set up. */
export interface LocalAccountOptions {
  /** Where the simulated clock starts. */
  readonly now: Date;
  /** @default '111122223333' */
  readonly accountId?: string;
  /** @default 'us-east-1' */
  readonly region?: string;
  /** @default - the project's table of 1,162 quotas */
  readonly quotas?: readonly QuotaTableRow[];
  /** Sizes of pages, to force paging. @default - the limits of AWS */
  readonly pageSizes?: {
    readonly quotas?: number;
    readonly profiles?: number;
    readonly metrics?: number;
    readonly points?: number;
    readonly cases?: number;
    readonly events?: number;
    /** Of stacks, and of their resources. */
    readonly stacks?: number;
  };
  /** Makes the same values late in every run. @default 1 */
  readonly seed?: number;
  /** When values show. @default - 60 to 120 seconds after their minute ended, some in two steps */
  readonly visibility?: Visibility;
  /** What its CloudTrail loses, repeats and delays. @default - nothing lost, nothing twice, 3 to 15 minutes late */
  readonly trail?: TrailOptions;
  /** Form of the minute that quotas are held by. @default 'fixed' */
  readonly minuteForm?: MinuteForm;
  /** How long its models answer, and how much. @default - 200 tokens, after 5 simulated seconds */
  readonly answer?: AnswerOptions;
  /** @default - a free one */
  readonly port?: number;
}
