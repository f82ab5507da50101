import type { QuotaTableRow } from '../quota-table';
import { ServiceError } from '../service-error';
import { type JsonObject, type JsonService, numberOf, textOf, toPage } from '../wire/aws-json';

/** The quotas of an account and the requests to raise them. */
export interface QuotaBook {
  rows(): readonly QuotaTableRow[];
  /** The applied value of a code; `null` when the account has no such quota. */
  appliedValueOf(quotaCode: string): number | null;
  /** Sets an applied value. @throws Error for an unknown code. */
  set(quotaCode: string, appliedValue: number): void;
  /** Adds a row, or replaces the one of that code. */
  add(row: QuotaTableRow): void;
  remove(quotaCode: string): void;
}

/** A book over a list of rows. */
export function createQuotaBook(rows: readonly QuotaTableRow[]): QuotaBook {
  const byCode = new Map(rows.map((row) => [row.quotaCode, row]));
  return {
    rows: () => [...byCode.values()],
    appliedValueOf: (quotaCode) => byCode.get(quotaCode)?.appliedValue ?? null,
    set: (quotaCode, appliedValue) => {
      const row = byCode.get(quotaCode);
      if (!row) throw new Error(`the local account has no quota ${quotaCode}`);
      byCode.set(quotaCode, { ...row, appliedValue });
    },
    add: (row) => {
      byCode.set(row.quotaCode, row);
    },
    remove: (quotaCode) => {
      byCode.delete(quotaCode);
    },
  };
}

/** Where the service answers from. */
export interface ServiceQuotasSettings {
  readonly region: string;
  readonly accountId: string;
  readonly book: QuotaBook;
  /** Rows a page, at most; AWS's own limit is 100. */
  readonly pageSize: number;
}

const OPEN_REQUESTS = 20;

/** The Service Quotas API of the account, as far as the product uses it. */
export function createServiceQuotas({ region, accountId, book, pageSize }: ServiceQuotasSettings): JsonService {
  const requests: { Id: string; QuotaCode: string; DesiredValue: number; Status: string }[] = [];

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

  const list = (input: JsonObject, items: readonly JsonObject[]): JsonObject => {
    needService(input);
    const size = Math.min(numberOf(input, 'MaxResults') ?? 100, 100, pageSize);
    const { page, next } = toPage(items, textOf(input, 'NextToken'), size);
    return { Quotas: page, ...(next === undefined ? {} : { NextToken: next }) };
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
    RequestServiceQuotaIncrease: (input) => {
      const row = find(input);
      const desired = numberOf(input, 'DesiredValue') ?? Number.NaN;
      if (!row.adjustable) throw new ServiceError('IllegalArgumentException', 'The quota is not adjustable.');
      const floor = Math.max(row.defaultValue ?? 0, 0);
      if (!(desired > floor)) {
        throw new ServiceError(
          'IllegalArgumentException',
          `You must provide a quota value greater than the default quota value of ${floor.toFixed(1)}.`,
        );
      }
      if (requests.some((one) => one.QuotaCode === row.quotaCode)) {
        throw new ServiceError(
          'ResourceAlreadyExistsException',
          'Only one open service quota increase request is allowed per quota.',
        );
      }
      if (requests.length >= OPEN_REQUESTS)
        throw new ServiceError('QuotaExceededException', 'You have exceeded the open requests of the account.');
      const request = {
        Id: `request-${requests.length + 1}`,
        QuotaCode: row.quotaCode,
        DesiredValue: desired,
        Status: 'CASE_OPENED',
      };
      requests.push(request);
      return { RequestedQuota: { ...request, ServiceCode: 'bedrock', QuotaName: row.quotaName } };
    },
    ListRequestedServiceQuotaChangeHistory: () => ({
      RequestedQuotas: requests.map((one) => ({ ...one, ServiceCode: 'bedrock' })),
    }),
  };
}
