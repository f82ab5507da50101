import { fromEnv } from '@aws-sdk/credential-provider-env';

/**
 * Stands in for the SDK's chain of credential providers inside the bundle: a function on Lambda has its role's
 * credentials in the environment, and nowhere else. The command line keeps the whole chain.
 */
export const defaultProvider = fromEnv;
