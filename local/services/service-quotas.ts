import type { QuotaBook } from '../quotas/book';
import type { QuotaTableRow } from '../quotas/table';
import { type JsonObject, type JsonService, numberOf, textOf, toPage } from '../wire/aws-json';
import { ServiceError } from '../wire/service-error';
import { type IncreaseRequest, IncreaseRequests } from './increase-requests';

/** Where the service answers from. */
export interface ServiceQuotasSettings {
  readonly region: string;
  readonly accountId: string;
  readonly book: QuotaBook;
  readonly now: () => Date;
  /** Rows a page, at most; AWS's own limit is 100. */
  readonly pageSize: number;
}

const LARGEST_PAGE = 100;

function toIdentity({ quotaCode, quotaName }: QuotaTableRow, { region, accountId }: ServiceQuotasSettings): JsonObject {
  return {
    ServiceCode: 'bedrock',
    ServiceName: 'Amazon Bedrock',
    QuotaArn: `arn:aws:servicequotas:${region}:${accountId}:bedrock/${quotaCode}`,
    QuotaCode: quotaCode,
    QuotaName: quotaName,
    Unit: 'None',
    GlobalQuota: false,
  };
}

function toRow(row: QuotaTableRow, value: number, settings: ServiceQuotasSettings): JsonObject {
  return {
    ...toIdentity(row, settings),
    Value: value,
    Adjustable: row.adjustable,
    QuotaAppliedAtLevel: 'ACCOUNT',
  };
}

function toRequest(
  request: IncreaseRequest,
  { status, updated }: { readonly status: string; readonly updated: Date },
  settings: ServiceQuotasSettings,
): JsonObject {
  const { accountId } = settings;
  return {
    Id: request.id,
    ...(request.isCaseAllowed ? { CaseId: `case-${request.id}` } : {}),
    ...toIdentity(request.row, settings),
    DesiredValue: request.desiredValue,
    Status: status,
    Created: request.created.getTime() / 1000,
    LastUpdated: updated.getTime() / 1000,
    Requester: JSON.stringify({ accountId, callerArn: `arn:aws:iam::${accountId}:user/local` }),
    QuotaRequestedAtLevel: 'ACCOUNT',
  };
}

function needService(input: JsonObject): void {
  if (textOf(input, 'ServiceCode') === 'bedrock') return;
  throw new ServiceError('NoSuchResourceException', 'The request failed because the specified service does not exist.');
}

function findRow(input: JsonObject, book: QuotaBook): QuotaTableRow {
  needService(input);
  const row = book.rows().find(({ quotaCode }) => quotaCode === textOf(input, 'QuotaCode'));
  if (row) return row;
  throw new ServiceError('NoSuchResourceException', 'The request failed because the specified quota does not exist.');
}

function needDefault({ defaultValue }: QuotaTableRow): number {
  if (defaultValue !== null) return defaultValue;
  throw new ServiceError('NoSuchResourceException', 'The request failed because the quota has no default value.');
}

/** One page of a list under its key. @throws ServiceError for a page size that AWS refuses. */
function cut(input: JsonObject, key: string, items: readonly JsonObject[], pageSize: number): JsonObject {
  const asked = numberOf(input, 'MaxResults') ?? LARGEST_PAGE;
  if (!Number.isInteger(asked) || asked < 1 || asked > LARGEST_PAGE) {
    throw new ServiceError('IllegalArgumentException', `MaxResults must be from 1 to ${LARGEST_PAGE}, not ${asked}.`);
  }
  const { page, next } = toPage(items, textOf(input, 'NextToken'), Math.min(asked, pageSize));
  return { [key]: page, ...(next === undefined ? {} : { NextToken: next }) };
}

function createQuotaReads(settings: ServiceQuotasSettings): JsonService {
  const { book, pageSize } = settings;
  const list = (input: JsonObject, items: readonly JsonObject[]): JsonObject => {
    needService(input);
    return cut(input, 'Quotas', items, pageSize);
  };
  const applied = (row: QuotaTableRow) => toRow(row, row.appliedValue, settings);
  return {
    ListServiceQuotas: (input) => list(input, book.rows().map(applied)),
    ListAWSDefaultServiceQuotas: (input) => {
      const known = book.rows().filter(({ defaultValue }) => defaultValue !== null);
      return list(
        input,
        known.map((row) => toRow(row, needDefault(row), settings)),
      );
    },
    GetServiceQuota: (input) => ({ Quota: applied(findRow(input, book)) }),
    GetAWSDefaultServiceQuota: (input) => {
      const row = findRow(input, book);
      return { Quota: toRow(row, needDefault(row), settings) };
    },
  };
}

function createIncreases(settings: ServiceQuotasSettings): JsonService {
  const { book, now, pageSize } = settings;
  const requests = new IncreaseRequests(book);
  const tell = (request: IncreaseRequest) =>
    toRequest(request, { status: requests.statusOf(request), updated: requests.updatedAt(request, now()) }, settings);
  return {
    RequestServiceQuotaIncrease: (input) => {
      const row = findRow(input, book);
      const desiredValue = numberOf(input, 'DesiredValue') ?? Number.NaN;
      const isCaseAllowed = input.SupportCaseAllowed !== false;
      return { RequestedQuota: tell(requests.add({ row, desiredValue, isCaseAllowed, created: now() })) };
    },
    ListRequestedServiceQuotaChangeHistory: (input) => {
      if (textOf(input, 'ServiceCode') !== undefined) needService(input);
      const status = textOf(input, 'Status');
      const told = requests.all().map(tell);
      const asked = told.filter((one) => status === undefined || one.Status === status);
      return cut(input, 'RequestedQuotas', asked, pageSize);
    },
  };
}

/** The Service Quotas API of the account, as far as the product uses it. */
export function createServiceQuotas(settings: ServiceQuotasSettings): JsonService {
  return { ...createQuotaReads(settings), ...createIncreases(settings) };
}
