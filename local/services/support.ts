import { type JsonObject, type JsonService, textOf, toPage } from '../wire/aws-json';
import { ServiceError } from '../wire/service-error';

/** A case of the account. */
export interface SupportCase {
  readonly caseId: string;
  readonly displayId: string;
  readonly subject: string;
  readonly serviceCode: string;
  readonly categoryCode: string;
  readonly severityCode: string;
  /** Oldest first. */
  readonly communications: string[];
  isResolved: boolean;
}

/** AWS Support as the account has it; tests change it. */
export interface SupportDesk {
  /** Whether there is a paid plan: without one the API answers nothing. */
  hasPlan: boolean;
  /** Of service-limit-increase. */
  categories: readonly { readonly code: string; readonly name: string }[];
  readonly cases: SupportCase[];
}

/** A desk with a plan and no case. */
export function createSupportDesk(): SupportDesk {
  const categories = [
    { code: 'ec2-instances', name: 'EC2 Instances' },
    { code: 'amazon-bedrock', name: 'Amazon Bedrock' },
  ];
  return { hasPlan: true, categories, cases: [] };
}

/** Characters of a communication. An assumption: the SDK's types name no limit (read 2026-11). */
const LONGEST = 8_000;

const RECENT = 5;

function bodyOf(input: JsonObject): string {
  const body = textOf(input, 'communicationBody') ?? '';
  if (body === '' || body.length > LONGEST)
    throw new ServiceError('ValidationException', `communicationBody must have length from 1 to ${LONGEST}`);
  return body;
}

function toDetails({ communications, isResolved, ...rest }: SupportCase, hasCommunications: boolean): JsonObject {
  const recent = [...communications].reverse().slice(0, RECENT);
  return {
    ...rest,
    status: isResolved ? 'resolved' : 'opened',
    ...(hasCommunications
      ? { recentCommunications: { communications: recent.map((body) => ({ caseId: rest.caseId, body })) } }
      : {}),
  };
}

function findCase(desk: SupportDesk, caseId: string | undefined): SupportCase {
  const found = desk.cases.find((one) => one.caseId === caseId);
  if (!found) throw new ServiceError('CaseIdNotFound', `Unable to find case ${caseId}`);
  return found;
}

function createCase(desk: SupportDesk, input: JsonObject): JsonObject {
  const categoryCode = textOf(input, 'categoryCode') ?? '';
  if (!desk.categories.some(({ code }) => code === categoryCode))
    throw new ServiceError('ValidationException', `Invalid category code: ${categoryCode}`);
  const number = desk.cases.length + 1;
  const caseId = `case-111122223333-en-2026-${number}`;
  desk.cases.push({
    caseId,
    displayId: `${1_000_000_000 + number}`,
    subject: textOf(input, 'subject') ?? '',
    serviceCode: textOf(input, 'serviceCode') ?? '',
    categoryCode,
    severityCode: textOf(input, 'severityCode') ?? '',
    communications: [bodyOf(input)],
    isResolved: false,
  });
  return { caseId };
}

/** The Support API: services, cases and what is written in them. @param pageSize of cases. */
export function createSupport(desk: SupportDesk, pageSize: number): JsonService {
  const all: JsonService = {
    DescribeServices: () => ({
      services: [{ code: 'service-limit-increase', name: 'Service Limit Increase', categories: desk.categories }],
    }),
    DescribeSeverityLevels: () => ({
      severityLevels: [
        { code: 'low', name: 'Low' },
        { code: 'normal', name: 'Normal' },
      ],
    }),
    DescribeCases: (input) => {
      const ids = input.caseIdList;
      const chosen = Array.isArray(ids)
        ? ids.map((id) => findCase(desk, String(id)))
        : desk.cases.filter(({ isResolved }) => !isResolved || input.includeResolvedCases === true);
      const { page, next } = toPage(chosen, textOf(input, 'nextToken'), pageSize);
      return {
        cases: page.map((one) => toDetails(one, input.includeCommunications !== false)),
        ...(next === undefined ? {} : { nextToken: next }),
      };
    },
    CreateCase: (input) => createCase(desk, input),
    AddCommunicationToCase: (input) => {
      findCase(desk, textOf(input, 'caseId')).communications.push(bodyOf(input));
      return { result: true };
    },
  };
  const guard =
    (answer: (input: JsonObject) => JsonObject) =>
    (input: JsonObject): JsonObject => {
      if (desk.hasPlan) return answer(input);
      throw new ServiceError(
        'SubscriptionRequiredException',
        'Amazon Web Services Premium Support Subscription is required to use this service.',
      );
    };
  return Object.fromEntries(Object.entries(all).map(([name, answer]) => [name, guard(answer)]));
}
