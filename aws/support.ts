import {
  AddCommunicationToCaseCommand,
  type CaseDetails,
  CreateCaseCommand,
  DescribeCasesCommand,
  DescribeServicesCommand,
  DescribeSeverityLevelsCommand,
  SupportClient,
} from '@aws-sdk/client-support';
import { clientConfigOf } from './client-config';
import { sendOnce } from './send-once';

/** The one Region in which the Support API of the aws partition answers. Source: AWS General Reference, Support endpoints, 2026-11. */
const SUPPORT_REGION = 'us-east-1';

/** Of cases about quotas. Source: DescribeServices as handed on, 2026-10. */
const SERVICE_CODE = 'service-limit-increase';

/** Characters of one communication. Not verified: the SDK's types name no limit (read 2026-11), so this is an assumption. */
export const LONGEST_COMMUNICATION = 8_000;

/** A case is opened and written to in it. */
const LANGUAGE = 'en';

/** A call of Support that failed, and the IAM action it needs. */
export class SupportCallError extends Error {
  override readonly name = 'SupportCallError';

  constructor(
    readonly action: string,
    override readonly cause: unknown,
  ) {
    super(action, { cause });
  }

  /** Whether the account has no plan that comes with the API. */
  get isPlanMissing(): boolean {
    return this.cause instanceof Error && this.cause.name === 'SubscriptionRequiredException';
  }
}

/** A client of the Support API. What creates must not come twice, so it does not try again by itself. */
export function createSupportClient(): SupportClient {
  return new SupportClient({ ...clientConfigOf(SUPPORT_REGION), maxAttempts: 1 });
}

async function call<T>(operation: string, send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (cause) {
    throw new SupportCallError(`support:${operation}`, cause);
  }
}

/** A read may be repeated; what writes is sent once, for a case that an error hides may be there. */
function read<T>(operation: string, send: () => Promise<T>): Promise<T> {
  return call(operation, () => sendOnce(send));
}

/** A case that is open. */
export interface OpenCase {
  readonly caseId: string;
  /** The number the console shows; `null`: AWS did not say. */
  readonly displayId: string | null;
  /** Its subject and its latest communications. */
  readonly text: string;
}

function toOpenCase({ caseId, displayId, subject = '', recentCommunications }: CaseDetails): OpenCase[] {
  if (caseId === undefined) return [];
  const bodies = (recentCommunications?.communications ?? []).map(({ body = '' }) => body);
  return [{ caseId, displayId: displayId ?? null, text: [subject, ...bodies].join('\n') }];
}

/** The cases of the account that are not resolved. @throws SupportCallError */
export async function readOpenCases(client: SupportClient): Promise<OpenCase[]> {
  const cases: OpenCase[] = [];
  let nextToken: string | undefined;
  do {
    const token: { nextToken?: string } = nextToken === undefined ? {} : { nextToken };
    const page = await read('DescribeCases', () =>
      client.send(new DescribeCasesCommand({ includeResolvedCases: false, includeCommunications: true, ...token })),
    );
    cases.push(...(page.cases ?? []).flatMap(toOpenCase));
    // The same page without end is no list.
    if (page.nextToken === nextToken) break;
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return cases;
}

/** The category of quota cases that is about Bedrock; `null`: there is none. @throws SupportCallError */
export async function findBedrockCategory(client: SupportClient): Promise<string | null> {
  const { services = [] } = await read('DescribeServices', () =>
    client.send(new DescribeServicesCommand({ serviceCodeList: [SERVICE_CODE], language: LANGUAGE })),
  );
  const categories = services
    .filter(({ code }) => code === SERVICE_CODE)
    .flatMap((service) => service.categories ?? []);
  return categories.find(({ code, name }) => /bedrock/i.test(`${code} ${name}`))?.code ?? null;
}

/** Lowest first: more is not for a case about a quota. */
const SEVERITIES = ['low', 'normal'] as const;

async function findSeverity(client: SupportClient): Promise<string | null> {
  const { severityLevels = [] } = await read('DescribeSeverityLevels', () =>
    client.send(new DescribeSeverityLevelsCommand({ language: LANGUAGE })),
  );
  return SEVERITIES.find((code) => severityLevels.some((level) => level.code === code)) ?? null;
}

/** Opens a case about quotas. @returns its id. @throws SupportCallError */
export async function createCase(
  client: SupportClient,
  { subject, body, categoryCode }: { readonly subject: string; readonly body: string; readonly categoryCode: string },
): Promise<string> {
  const severityCode = await findSeverity(client);
  const { caseId } = await call('CreateCase', () =>
    client.send(
      new CreateCaseCommand({
        subject,
        communicationBody: body,
        serviceCode: SERVICE_CODE,
        categoryCode,
        issueType: 'customer-service',
        language: LANGUAGE,
        ...(severityCode === null ? {} : { severityCode }),
      }),
    ),
  );
  if (caseId === undefined) throw new SupportCallError('support:CreateCase', new Error('AWS gave no case id'));
  return caseId;
}

/** Adds to a case. @throws SupportCallError */
export async function addToCase(client: SupportClient, caseId: string, body: string): Promise<void> {
  await call('AddCommunicationToCase', () =>
    client.send(new AddCommunicationToCaseCommand({ caseId, communicationBody: body })),
  );
}

/** The number by which the console shows a case; `null`: AWS did not say. @throws SupportCallError */
export async function readDisplayId(client: SupportClient, caseId: string): Promise<string | null> {
  const { cases = [] } = await read('DescribeCases', () =>
    client.send(new DescribeCasesCommand({ caseIdList: [caseId], includeCommunications: false })),
  );
  return cases.find((one) => one.caseId === caseId)?.displayId ?? null;
}
