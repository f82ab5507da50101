import { type JsonObject, type JsonService, textOf } from '../wire/aws-json';
import { ServiceError } from '../wire/service-error';

/** A parameter as Parameter Store keeps it. */
export interface Parameter {
  readonly value: string;
  /** @default 'String' */
  readonly type?: 'String' | 'StringList' | 'SecureString';
  /** Counts the writes. @default 1 */
  readonly version?: number;
}

/** GetParameters takes at most this many names. */
const MOST_NAMES = 10;

/** Bytes that a standard parameter holds. Source: AWS, Parameter Store's parameter tiers, 2026-11. */
const MOST_BYTES = 4_096;

/** What stands for the ciphertext of a SecureString that is not asked for in clear. */
const CIPHERTEXT = 'AQICAHhlocal';

function invalid(message: string): ServiceError {
  return new ServiceError('ValidationException', message);
}

function namesOf({ Names: names }: JsonObject): string[] {
  const list = Array.isArray(names) ? names.map(String) : [];
  if (list.length >= 1 && list.length <= MOST_NAMES) return list;
  throw invalid(
    `1 validation error detected: Value at 'names' failed to satisfy constraint: Member must have length from 1 to ${MOST_NAMES}, not ${list.length}`,
  );
}

function needText(input: JsonObject, key: string): string {
  const text = textOf(input, key);
  if (text) return text;
  throw invalid(`1 validation error detected: Value at '${key}' failed to satisfy constraint: Member must not be null`);
}

function toReply(name: string, { value, type = 'String', version = 1 }: Parameter, isClear: boolean): JsonObject {
  return { Name: name, Type: type, Value: type === 'SecureString' && !isClear ? CIPHERTEXT : value, Version: version };
}

function put(parameters: Map<string, Parameter>, input: JsonObject): JsonObject {
  const [name, value] = [needText(input, 'Name'), needText(input, 'Value')];
  const known = parameters.get(name);
  if (known && input.Overwrite !== true) {
    throw new ServiceError(
      'ParameterAlreadyExists',
      'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
    );
  }
  if (Buffer.byteLength(value) > MOST_BYTES) {
    throw invalid(`Standard tier parameters support a maximum parameter value of ${MOST_BYTES} characters.`);
  }
  const type = known?.type ?? (needText(input, 'Type') as 'String');
  const version = known ? (known.version ?? 1) + 1 : 1;
  parameters.set(name, { value, type, version });
  return { Version: version, Tier: 'Standard' };
}

/** The Parameter Store of the account: GetParameters lists what does not exist, GetParameter fails of it. */
export function createSsm(parameters: Map<string, Parameter>): JsonService {
  return {
    GetParameter: (input) => {
      const name = needText(input, 'Name');
      const parameter = parameters.get(name);
      if (!parameter) throw new ServiceError('ParameterNotFound', '');
      return { Parameter: toReply(name, parameter, input.WithDecryption === true) };
    },
    GetParameters: (input) => {
      const names = namesOf(input);
      return {
        Parameters: names.flatMap((name) => {
          const parameter = parameters.get(name);
          return parameter ? [toReply(name, parameter, input.WithDecryption === true)] : [];
        }),
        InvalidParameters: names.filter((name) => !parameters.has(name)),
      };
    },
    PutParameter: (input) => put(parameters, input),
  };
}
