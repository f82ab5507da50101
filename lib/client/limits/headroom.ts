import type { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';

/** Percent that are left to a model id's calls; `null`: not known. */
export type HeadroomOf = (modelId: string) => number | null;

const KNOWN = new WeakMap<BedrockRuntimeClient, HeadroomOf>();

/** Keeps how the headroom of a client's calls is found. */
export function keepHeadroom(client: BedrockRuntimeClient, headroomOf: HeadroomOf): void {
  KNOWN.set(client, headroomOf);
}

/** Percent that the live limits of a client leave to a model id, in steps of ten; `null`: not known, or too old. */
export function headroomOf(client: BedrockRuntimeClient, modelId: string): number | null {
  return KNOWN.get(client)?.(modelId) ?? null;
}
