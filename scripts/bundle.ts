/** Bundles the Lambdas, which is all that a clone needs to run, test and deploy. Run by `npm run bundle`. */
import { bundleHandlers } from './bundle-handlers';

bundleHandlers().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
