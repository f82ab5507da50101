import { type CapturedRun, linesOf, runCli } from '../captured-io';

/** The quotas and models of the replays: codes and names as Service Quotas has them. */
export const TPM = 'L-F4DDD3EB';
export const RPM = 'L-4A6BFAB1';
export const MICRO_TPM = 'L-CFA4FA0D';
export const POOL = 'L-E3F10727';
export const SONNET = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
/** The profile that was called. */
export const US = `us.${SONNET}`;
export const MICRO = 'amazon.nova-micro-v1:0';

const NAMES = {
  [TPM]: 'Cross-region model inference tokens per minute for Anthropic Claude Sonnet 4.5 V1',
  [RPM]: 'Cross-region model inference requests per minute for Anthropic Claude Sonnet 4.5 V1',
  [MICRO_TPM]: 'On-demand model inference tokens per minute for Amazon Nova Micro',
  [POOL]: 'Cross-Model Max Tokens Per Day',
} as const;

/** A code of {@link NAMES}. */
export type Code = keyof typeof NAMES;

/** One row as `list-service-quotas` gives it. */
export function toQuotaRow(code: Code, value: unknown, origin = 'us-east-1:111122223333'): Record<string, unknown> {
  const arn = `arn:aws:servicequotas:${origin}:bedrock/${code}`;
  return { QuotaArn: arn, QuotaCode: code, QuotaName: NAMES[code], Value: value, Adjustable: true };
}

/** 1,000,000 tokens and 1,000 calls a minute, nothing for Nova Micro, 100,000,000 tokens a day. */
export const QUOTAS: Readonly<Record<Code, number>> = { [TPM]: 1e6, [RPM]: 1000, [MICRO_TPM]: 0, [POOL]: 1e8 };

/** The reply of `list-service-quotas`. */
export function toQuotasFile(values: Partial<Record<Code, number>> = QUOTAS): string {
  const rows = Object.entries(values).map(([code, value]) => toQuotaRow(code as Code, value));
  return JSON.stringify({ Quotas: rows });
}

/** What a line has besides its minute and model. */
export type Counts = Readonly<Record<string, unknown>>;

/** A line of 2026-10-14 at `clock` (UTC). */
export function toLine(clock: string, modelId: string, counts: Counts): Record<string, unknown> {
  return { at: `2026-10-14T${clock}:00Z`, modelId, ...counts };
}

/** A line with nothing wrong. */
export const GOOD = toLine('14:32', US, { invocations: 1, estimatedTpm: 500 });

/** A replay file of lines. */
export function toLines(lines: readonly unknown[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Files of a replay; `lines` and `quotas` as text. */
export interface Replay {
  readonly lines: string;
  readonly quotas?: string;
  readonly defaults?: string;
  readonly profiles?: string;
  readonly models?: string;
  readonly overrides?: string;
}

/** Runs `check --replay lines --quotas quotas …` over texts. */
export function runReplay(replay: Replay, args = '--json'): Promise<CapturedRun> {
  const { lines, quotas = toQuotasFile(), ...others } = replay;
  const options = Object.keys(others).map((name) => `--${name} ${name}`);
  const command = ['check --replay lines --quotas quotas', ...options, args].join(' ');
  return runCli(command, { texts: { lines, quotas, ...others } });
}

interface ReplayedFinding {
  readonly id: string;
  readonly kind: string;
  readonly [field: string]: unknown;
}

/** The JSON document of a replay that must work, findings by id. */
export async function replay(
  files: Replay,
  args = '',
): Promise<{ document: Record<string, unknown>; byId: Readonly<Record<string, ReplayedFinding>>; error: string }> {
  const { out, error, exitCode } = await runReplay(files, `--json --fail-on never ${args}`);
  expect({ exitCode, error: exitCode === 0 ? '' : error }).toEqual({ exitCode: 0, error: '' });
  const document = JSON.parse(out);
  const findings: ReplayedFinding[] = document.findings;
  return { document, byId: Object.fromEntries(findings.map((one) => [one.id, one])), error };
}

/** A replay that is refused: one line on standard error, none on standard output, exit 2. @returns the line. */
export async function refused(files: Replay, args?: string): Promise<string> {
  const { exitCode, out, error } = await runReplay(files, args);
  expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
  expect(linesOf(error)).toEqual([expect.stringMatching(/^quota-watchdog: /)]);
  return error;
}
