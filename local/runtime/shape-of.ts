import { ServiceError } from '../wire/service-error';
import type { BodyShape } from './body-shape';
import { CLAUDE } from './claude';
import { NOVA } from './converse';
import { LLAMA, MISTRAL } from './open-models';
import { TITAN_EMBEDDINGS } from './titan-embeddings';

const SHAPES: readonly (readonly [models: RegExp, shape: BodyShape])[] = [
  [/^anthropic\.claude-/, CLAUDE],
  [/^amazon\.nova-(?:2-lite|lite|micro|premier|pro)-/, NOVA],
  [/^amazon\.titan-embed-(?:g1-)?text-/, TITAN_EMBEDDINGS],
  [/^meta\.llama/, LLAMA],
  [/^mistral\./, MISTRAL],
];

/** How the bodies of a base model look. @throws ServiceError for one whose bodies the local account does not know. */
export function shapeOf(baseModelId: string): BodyShape {
  const shape = SHAPES.find(([models]) => models.test(baseModelId))?.[1];
  if (shape) return shape;
  throw new ServiceError('ValidationException', `The local account does not know the bodies of ${baseModelId}`);
}

/** Whether a base model takes part in a conversation. */
export function isChat(baseModelId: string): boolean {
  return !/(?:embed|rerank|canvas|reel|sonic|stable-|image)/.test(baseModelId);
}
