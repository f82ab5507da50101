import { KNOWN_MODELS } from '../../quotas/known-models';
import { isContextVariant, providerPrefixes } from '../../quotas/model-id';
import type { AnswerWords } from '../../words/words';

/**
 * What an error of Bedrock says. `throttled` and `serviceQuotaExceeded` name no limit; from `modelStreamError` on no
 * quota is behind it; `unrecognised` is a text that says nothing known.
 */
export type ErrorKind =
  | 'tokensPerDay'
  | 'tokensPerMinute'
  | 'requestsPerMinute'
  | 'throttled'
  | 'serviceQuotaExceeded'
  | 'capacity'
  | 'modelNotReady'
  | 'modelStreamError'
  | 'onDemandNotSupported'
  | 'accessDenied'
  | 'invalidModelId'
  | 'requestTooLong'
  | 'unrecognised';

/** An error message as far as its words go. */
export interface ErrorText {
  readonly kind: ErrorKind;
  /** As it was given. */
  readonly text: string;
  /** What it says, in one sentence. */
  readonly meaning: string;
  /** The one model id, profile id or ARN in the text, as it stands there; `null` when it has none or several. */
  readonly modelId: string | null;
}

/**
 * AnswerWords by kind, the more specific first ("tokens per day" holds "tokens"). The verbatim texts were seen in AWS SDK
 * errors up to 2026-10; they are matched in lower case, with straight quotes.
 */
const WORDS: readonly (readonly [ErrorKind, RegExp])[] = [
  ['tokensPerDay', /tokens per day|daily tokens? (?:limit|quota)/],
  ['onDemandNotSupported', /on-demand throughput (?:isn't|is not) supported|(?:doesn't|does not) support on-demand/],
  ['invalidModelId', /model identifier is invalid|could not resolve the foundation model/],
  ['accessDenied', /have access to the model|not authorized to|access ?denied/],
  ['requestTooLong', /too many input tokens|(?:input|prompt) is too long|exceeds? the model limit/],
  ['tokensPerMinute', /too many tokens|tokens per minute/],
  ['requestsPerMinute', /too many requests|request rate is too high|requests per minute/],
  ['capacity', /service ?unavailable|too many connections|unable to process your request|(?<![\d,.-])503(?![\d,.-]\w)/],
  ['modelNotReady', /model ?not ?ready|model is not ready/],
  ['modelStreamError', /model ?stream ?error/],
  ['serviceQuotaExceeded', /service ?quota ?exceeded|exceeds the service quota/],
  ['throttled', /throttl|rate exceeded|rate limit|toomanyrequests|(?<![\d,.-])429(?![\d,.-]\w)/],
];

/** The reason phrase of status 429; it stands beside every throttle, whatever the limit. */
const REASON_PHRASE = /\b429\W{0,3} ?too many requests\b(?!, please)/g;

function normalize(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc]|\\u2019/g, "'")
    .replace(/[\u2010-\u2012]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(REASON_PHRASE, '429');
}

const PROVIDERS = [...providerPrefixes(KNOWN_MODELS)].join('|');
const MODEL_ARN =
  /arn:aws[a-z-]*:bedrock:[^:\s]*:[^:\s]*:(?:foundation-model|(?:application-)?inference-profile|(?:provisioned|custom|imported)-model|custom-model-deployment)\/[\w.:-]+/g;
const PLAIN_ID = new RegExp(`(?<![\\w.:-])(?:[a-z]{2,6}(?:-[a-z]+)?\\.)?(?:${PROVIDERS})\\.[a-z][\\w.:-]*`, 'g');
const LABELLED_PROFILE = /model[ _-]?id["']?[:= ]\s*["']?([a-z0-9]{12})(?![\w.:-])/gi;

function withoutPunctuation(id: string): string {
  return id.replace(/[.:-]+$/, '');
}

/** The only id a text names. Context variants are AWS's own names of a deployment, and no id of the caller. */
function findModelId(text: string): string | null {
  const decoded = text.replace(/%3a/gi, ':').replace(/%2f/gi, '/');
  const arns = decoded.match(MODEL_ARN) ?? [];
  const rest = decoded.replace(MODEL_ARN, ' ');
  const ids = (rest.match(PLAIN_ID) ?? []).map(withoutPunctuation).filter((id) => /\d/.test(id));
  const profiles = [...rest.matchAll(LABELLED_PROFILE)].map(([, id = '']) => id).filter((id) => /\d/.test(id));
  const found = new Set([...arns.map(withoutPunctuation), ...ids, ...profiles].filter((id) => !isContextVariant(id)));
  const [only, ...others] = found;
  return only !== undefined && others.length === 0 ? only : null;
}

/**
 * Reads an error message: of botocore, the SDKs, a JSON body, an event of a stream, or only its words.
 * Never throws; the text is from outside and is not to be trusted.
 * @param words of the meaning.
 */
export function readErrorText(text: string, { explain }: AnswerWords): ErrorText {
  const words = normalize(text);
  const kind = WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'unrecognised';
  return { kind, text, meaning: explain.meanings[kind], modelId: findModelId(text) };
}
