import { RequestServiceQuotaIncreaseCommand, type ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { SERVICE_CODE } from '../lib/contract';

/** A request as AWS took it; `null` where AWS did not say. */
export interface SentIncrease {
  readonly id: string | null;
  readonly status: string | null;
  readonly caseId: string | null;
}

/**
 * Asks Service Quotas for an increase. It opens a Support case where AWS needs one.
 * @throws the SDK's error: a request that is not taken must not look like one that is.
 */
export async function requestIncrease(
  client: ServiceQuotasClient,
  quotaCode: string,
  desiredValue: number,
): Promise<SentIncrease> {
  const { RequestedQuota } = await client.send(
    new RequestServiceQuotaIncreaseCommand({
      ServiceCode: SERVICE_CODE,
      QuotaCode: quotaCode,
      DesiredValue: desiredValue,
    }),
  );
  return {
    id: RequestedQuota?.Id ?? null,
    status: RequestedQuota?.Status ?? null,
    caseId: RequestedQuota?.CaseId ?? null,
  };
}
