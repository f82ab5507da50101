import { packPackage } from './tarball';

/** Packs once for all tests. */
export default function setUp(): void {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  packPackage();
}
