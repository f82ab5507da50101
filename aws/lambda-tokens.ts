/**
 * Stands in for the SDK's ways to a bearer token inside the bundle, which bring clients of their own: the function signs
 * with its role's credentials. @throws Error when a token is asked for.
 */
function refuseToken(): () => Promise<never> {
  return async () => {
    throw new Error("the function signs with its role's credentials; it knows no bearer token");
  };
}

export { refuseToken as fromEnvSigningName, refuseToken as nodeProvider };
