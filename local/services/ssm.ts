import type { JsonObject, JsonService } from '../wire/aws-json';
import { ServiceError } from '../wire/service-error';

/** A parameter as Parameter Store keeps it. */
export interface Parameter {
  readonly value: string;
  /** @default 'String' */
  readonly type?: 'String' | 'StringList' | 'SecureString';
}

/** GetParameters takes at most this many names. */
const MOST_NAMES = 10;

/** What stands for the ciphertext of a SecureString that is not asked for in clear. */
const CIPHERTEXT = 'AQICAHhlocal';

function namesOf({ Names: names }: JsonObject): string[] {
  const list = Array.isArray(names) ? names.map(String) : [];
  if (list.length >= 1 && list.length <= MOST_NAMES) return list;
  throw new ServiceError(
    'ValidationException',
    `1 validation error detected: Value at 'names' failed to satisfy constraint: Member must have length from 1 to ${MOST_NAMES}, not ${list.length}`,
  );
}

/** The Parameter Store of the account: GetParameters, which lists what does not exist instead of failing. */
export function createSsm(parameters: ReadonlyMap<string, Parameter>): JsonService {
  return {
    GetParameters: (input) => {
      const names = namesOf(input);
      const found = names.flatMap((name) => {
        const parameter = parameters.get(name);
        return parameter ? [{ name, type: 'String', ...parameter }] : [];
      });
      return {
        Parameters: found.map(({ name, type, value }) => ({
          Name: name,
          Type: type,
          Value: type === 'SecureString' && input.WithDecryption !== true ? CIPHERTEXT : value,
          Version: 1,
        })),
        InvalidParameters: names.filter((name) => !parameters.has(name)),
      };
    },
  };
}
