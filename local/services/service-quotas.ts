import type { QuotaBook } from '../quotas/book';
import type { QuotaTableRow } from '../quotas/table';
import { type JsonObject, type JsonService, numberOf, textOf, toPage } from '../wire/aws-json';
import { ServiceError } from '../wire/service-error';

/** Where the service answers from. */
export interface ServiceQuotasSettings {
  readonly region: string;
  readonly accountId: string;
  readonly book: QuotaBook;
  readonly now: () => Date;
  /** Rows a page, at most; AWS's own limit is 100. */
  readonly pageSize: number;
}

/** A request to raise a quota, as it was made. */
interface IncreaseRequest {
  readonly id: string;
  readonly row: QuotaTableRow;
  readonly desiredValue: number;
  readonly isCaseAllowed: boolean;
  readonly created: Date;
}

const OPEN_REQUESTS = 20;
const LARGEST_PAGE = 100;

/** The Service Quotas API of the account, as far as the product uses it. */
export function createServiceQuotas({ region, accountId, book, now, pageSize }: ServiceQuotasSettings): JsonService {
  const requests: IncreaseRequest[] = [];

  const toRow = (row: QuotaTableRow, value: number): JsonObject => ({
    ServiceCode: 'bedrock',
    ServiceName: 'Amazon Bedrock',
    QuotaArn: `arn:aws:servicequotas:${region}:${accountId}:bedrock/${row.quotaCode}`,
    QuotaCode: row.quotaCode,
    QuotaName: row.quotaName,
    Value: value,
    Unit: 'None',
    Adjustable: row.adjustable,
    GlobalQuota: false,
    QuotaAppliedAtLevel: 'ACCOUNT',
  });

  const needService = (input: JsonObject) => {
    if (textOf(input, 'ServiceCode') !== 'bedrock') {
      throw new ServiceError(
        'NoSuchResourceException',
        'The request failed because the specified service does not exist.',
      );
    }
  };

  const cut = (input: JsonObject, key: string, items: readonly JsonObject[]): JsonObject => {
    const asked = numberOf(input, 'MaxResults') ?? LARGEST_PAGE;
    if (!Number.isInteger(asked) || asked < 1 || asked > LARGEST_PAGE) {
      throw new ServiceError('IllegalArgumentException', `MaxResults must be from 1 to ${LARGEST_PAGE}, not ${asked}.`);
    }
    const { page, next } = toPage(items, textOf(input, 'NextToken'), Math.min(asked, pageSize));
    return { [key]: page, ...(next === undefined ? {} : { NextToken: next }) };
  };

  const list = (input: JsonObject, items: readonly JsonObject[]): JsonObject => {
    needService(input);
    return cut(input, 'Quotas', items);
  };

  const find = (input: JsonObject): QuotaTableRow => {
    needService(input);
    const row = book.rows().find(({ quotaCode }) => quotaCode === textOf(input, 'QuotaCode'));
    if (!row)
      throw new ServiceError(
        'NoSuchResourceException',
        'The request failed because the specified quota does not exist.',
      );
    return row;
  };

  const needDefault = (row: QuotaTableRow): number => {
    if (row.defaultValue !== null) return row.defaultValue;
    throw new ServiceError('NoSuchResourceException', 'The request failed because the quota has no default value.');
  };

  /** A request ends when the applied value reaches it, which is the only sign AWS gives of a grant. */
  const statusOf = ({ row, desiredValue, isCaseAllowed }: IncreaseRequest): string => {
    if (!isCaseAllowed) return 'NOT_APPROVED';
    return (book.appliedValueOf(row.quotaCode) ?? 0) >= desiredValue ? 'CASE_CLOSED' : 'CASE_OPENED';
  };

  const toRequest = (request: IncreaseRequest): JsonObject => {
    const { ServiceCode, ServiceName, QuotaArn, QuotaCode, QuotaName, Unit, GlobalQuota } = toRow(request.row, 0);
    return {
      Id: request.id,
      ...(request.isCaseAllowed ? { CaseId: `case-${request.id}` } : {}),
      ServiceCode,
      ServiceName,
      QuotaArn,
      QuotaCode,
      QuotaName,
      Unit,
      GlobalQuota,
      DesiredValue: request.desiredValue,
      Status: statusOf(request),
      Created: request.created.getTime() / 1000,
      LastUpdated: now().getTime() / 1000,
      Requester: JSON.stringify({ accountId, callerArn: `arn:aws:iam::${accountId}:user/local` }),
      QuotaRequestedAtLevel: 'ACCOUNT',
    };
  };

  /** @throws ServiceError when AWS would refuse the value. */
  const checkIncrease = (row: QuotaTableRow, desiredValue: number): void => {
    if (!row.adjustable) throw new ServiceError('IllegalArgumentException', 'The quota is not adjustable.');
    for (const [name, value] of [
      ['default', row.defaultValue ?? 0],
      ['current', row.appliedValue],
    ] as const) {
      if (desiredValue > value) continue;
      throw new ServiceError(
        'IllegalArgumentException',
        `You must provide a quota value greater than the ${name} quota value of ${value.toFixed(1)}.`,
      );
    }
    const open = requests.filter((request) => statusOf(request) === 'CASE_OPENED');
    if (open.some((request) => request.row.quotaCode === row.quotaCode)) {
      throw new ServiceError(
        'ResourceAlreadyExistsException',
        'Only one open service quota increase request is allowed per quota.',
      );
    }
    if (open.length >= OPEN_REQUESTS)
      throw new ServiceError('QuotaExceededException', 'You have exceeded the open requests of the account.');
  };

  return {
    ListServiceQuotas: (input) =>
      list(
        input,
        book.rows().map((row) => toRow(row, row.appliedValue)),
      ),
    ListAWSDefaultServiceQuotas: (input) =>
      list(
        input,
        book.rows().flatMap((row) => (row.defaultValue === null ? [] : [toRow(row, row.defaultValue)])),
      ),
    GetServiceQuota: (input) => {
      const row = find(input);
      return { Quota: toRow(row, row.appliedValue) };
    },
    GetAWSDefaultServiceQuota: (input) => {
      const row = find(input);
      return { Quota: toRow(row, needDefault(row)) };
    },
    RequestServiceQuotaIncrease: (input) => {
      const row = find(input);
      const desiredValue = numberOf(input, 'DesiredValue') ?? Number.NaN;
      checkIncrease(row, desiredValue);
      const isCaseAllowed = input.SupportCaseAllowed !== false;
      const request = { id: `request-${requests.length + 1}`, row, desiredValue, isCaseAllowed, created: now() };
      requests.push(request);
      return { RequestedQuota: toRequest(request) };
    },
    ListRequestedServiceQuotaChangeHistory: (input) => {
      if (textOf(input, 'ServiceCode') !== undefined) needService(input);
      const status = textOf(input, 'Status');
      const all = requests.map(toRequest).filter((one) => status === undefined || one.Status === status);
      return cut(input, 'RequestedQuotas', all);
    },
  };
}
