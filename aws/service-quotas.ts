import {
  ListAWSDefaultServiceQuotasCommand,
  ListRequestedServiceQuotaChangeHistoryCommand,
  ListServiceQuotasCommand,
  type ServiceQuotasClient,
} from '@aws-sdk/client-service-quotas';
import { SERVICE_CODE } from '../lib/contract';
import type { Read } from '../lib/core/vocabulary/blind-spot';
import { readPages } from './aws-error';

/** The largest page Service Quotas gives; 1,162 quotas are 12 pages. */
const PAGE_SIZE = 100;

/** All applied quotas of Bedrock as raw reply rows; listed, never asked one by one. */
export function readAppliedQuotas(client: ServiceQuotasClient): Promise<Read<unknown[]>> {
  return readPages<unknown>('servicequotas:ListServiceQuotas', async (token) => {
    const reply = await client.send(
      new ListServiceQuotasCommand({ ServiceCode: SERVICE_CODE, MaxResults: PAGE_SIZE, NextToken: token }),
    );
    return { items: reply.Quotas ?? [], next: reply.NextToken };
  });
}

/** All AWS default quotas of Bedrock as raw reply rows. */
export function readDefaultQuotas(client: ServiceQuotasClient): Promise<Read<unknown[]>> {
  return readPages<unknown>('servicequotas:ListAWSDefaultServiceQuotas', async (token) => {
    const reply = await client.send(
      new ListAWSDefaultServiceQuotasCommand({ ServiceCode: SERVICE_CODE, MaxResults: PAGE_SIZE, NextToken: token }),
    );
    return { items: reply.Quotas ?? [], next: reply.NextToken };
  });
}

/** All increase requests for Bedrock as raw reply rows, open or not: a filter takes one status, and two mean open. */
export function readIncreaseRequests(client: ServiceQuotasClient): Promise<Read<unknown[]>> {
  return readPages<unknown>('servicequotas:ListRequestedServiceQuotaChangeHistory', async (token) => {
    const reply = await client.send(
      new ListRequestedServiceQuotaChangeHistoryCommand({
        ServiceCode: SERVICE_CODE,
        MaxResults: PAGE_SIZE,
        NextToken: token,
      }),
    );
    return { items: reply.RequestedQuotas ?? [], next: reply.NextToken };
  });
}
