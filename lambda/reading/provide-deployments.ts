import type { AwsClients } from '../../aws/clients';
import { readCustomDeployments } from '../../aws/custom-deployments';
import { isCustomDeployment } from '../../lib/core/traffic/resolve-model-id';
import type { Read } from '../../lib/core/vocabulary/blind-spot';
import { parseSeriesKey } from '../../lib/core/vocabulary/series-key';
import type { WatchdogState } from '../memory/state';

/** The base models of the custom model deployments that have traffic: looked up once each, and remembered. */
export async function provideDeployments(
  { bedrock }: Pick<AwsClients, 'bedrock'>,
  { series, customDeployments = {} }: Pick<WatchdogState, 'series' | 'customDeployments'>,
): Promise<Read<Record<string, string>>> {
  const arns = Object.keys(series)
    .map((key) => parseSeriesKey(key).modelId)
    .filter(isCustomDeployment);
  const known = Object.fromEntries(Object.entries(customDeployments).filter(([arn]) => arns.includes(arn)));
  const read = await readCustomDeployments(
    bedrock,
    arns.filter((arn) => !Object.hasOwn(known, arn)),
  );
  return { value: { ...known, ...read.value }, blindSpots: read.blindSpots };
}
