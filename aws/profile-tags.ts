import { type BedrockClient, ListTagsForResourceCommand, type Tag } from '@aws-sdk/client-bedrock';
import type { BlindSpot, Read } from '../lib/core/vocabulary/blind-spot';
import { cleanText } from '../lib/core/vocabulary/outside-text';
import { describeAwsError, mergeBlindSpots } from './aws-error';

/** Tags of a resource, key → value. */
export type Tags = Readonly<Record<string, string>>;

function toTags(tags: readonly Tag[]): Tags {
  return Object.fromEntries(tags.map(({ key, value }) => [cleanText(key ?? ''), cleanText(value ?? '')]));
}

/** Reads side by side; the API allows ten a second. */
const AT_ONCE = 5;

/** The tags of application inference profiles, by ARN. One that cannot be read is absent, and told. */
export async function readProfileTags(
  client: BedrockClient,
  arns: readonly string[],
): Promise<Read<ReadonlyMap<string, Tags>>> {
  const tags = new Map<string, Tags>();
  const blindSpots: BlindSpot[] = [];
  const readOne = async (resourceARN: string) => {
    try {
      const reply = await client.send(new ListTagsForResourceCommand({ resourceARN }));
      tags.set(resourceARN, toTags(reply.tags ?? []));
    } catch (error) {
      blindSpots.push(describeAwsError('bedrock:ListTagsForResource', error));
    }
  };
  for (let start = 0; start < arns.length; start += AT_ONCE) {
    await Promise.all(arns.slice(start, start + AT_ONCE).map(readOne));
  }
  return { value: tags, blindSpots: mergeBlindSpots(blindSpots) };
}
