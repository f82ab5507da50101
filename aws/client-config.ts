/** How long one HTTP request may take before it is tried again; far below the life of the Lambda. */
const REQUEST_TIMEOUT_MS = 5_000;
const CONNECTION_TIMEOUT_MS = 2_000;

/** Tries of one call, the first included. */
const MAXIMUM_ATTEMPTS = 4;

/** What every client is built with. Credentials and endpoints come from the standard AWS variables. */
export function clientConfigOf(region: string | undefined) {
  return {
    ...(region === undefined ? {} : { region }),
    maxAttempts: MAXIMUM_ATTEMPTS,
    requestHandler: {
      requestTimeout: REQUEST_TIMEOUT_MS,
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      // Without it the SDK only warns, and a call that hangs outlives the Lambda.
      throwOnRequestTimeout: true,
      // The limit above ends with the first byte: an answer that stops in the middle would hang for good.
      socketTimeout: REQUEST_TIMEOUT_MS,
    },
  };
}
