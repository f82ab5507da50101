import { removePackage } from './tarball';

/** Leaves nothing behind. */
export default function tearDown(): void {
  removePackage();
}
