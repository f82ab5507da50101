import { ServiceError } from '../wire/service-error';
import { type BodyShape, countOf } from './body-shape';

/** Numbers of a vector, unless the request says fewer. */
const DIMENSIONS = 1_024;

/** Titan's text embeddings. @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html, 2026-11 */
export const TITAN_EMBEDDINGS: BodyShape = {
  isEmbedding: true,
  read: ({ inputText }) => {
    if (typeof inputText !== 'string' || inputText === '')
      throw new ServiceError('ValidationException', 'The local account needs inputText');
    return { text: inputText, maxTokens: 0 };
  },
  toBody: ({ input }, { dimensions }) => {
    const length = countOf(dimensions) ?? DIMENSIONS;
    const embedding = Array.from({ length }, () => 1 / Math.sqrt(length));
    return { embedding, embeddingsByType: { float: embedding }, inputTextTokenCount: input };
  },
  toChunks: null,
};
