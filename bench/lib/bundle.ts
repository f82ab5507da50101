import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { bundleOptions } from '../../scripts/bundle-options';

const ROOT = join(__dirname, '..', '..');

/** Replaces text in one source file of the bundle, so that a variant of the product can be measured. */
export interface Patch {
  /** Path in the project, with slashes. */
  readonly file: string;
  readonly find: RegExp;
  readonly replacement: string;
}

/** A bundle in a folder of its own. */
export interface Bundle {
  /** Holds `index.js`. */
  readonly directory: string;
  readonly bytes: number;
  readonly metafile: Metafile;
  remove(): void;
}

function patchPlugin(patches: readonly Patch[], applied: Set<Patch>): Plugin {
  return {
    name: 'patches',
    setup: ({ onLoad }) => {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const file = relative(ROOT, path).split(sep).join('/');
        const mine = patches.filter((patch) => patch.file === file);
        if (mine.length === 0) return null;
        let contents = readFileSync(path, 'utf8');
        for (const patch of mine) {
          if (patch.find.test(contents)) applied.add(patch);
          contents = contents.replace(patch.find, patch.replacement);
        }
        return { contents, loader: 'ts' };
      });
    },
  };
}

/**
 * Bundles a handler with the settings of the shipped one into a temporary folder, so that no other build is disturbed.
 * @throws Error when a patch finds nothing to replace: the variant would be the product as it is.
 */
export async function bundle(
  entry: string,
  { patches = [], ...more }: { patches?: readonly Patch[] } & BuildOptions = {},
): Promise<Bundle> {
  const directory = mkdtempSync(join(tmpdir(), 'watchdog-bench-'));
  const applied = new Set<Patch>();
  const options = bundleOptions(entry, join(directory, 'index.js'));
  const { metafile } = await build({
    ...options,
    plugins: [...(options.plugins ?? []), patchPlugin(patches, applied)],
    ...more,
    metafile: true,
  });
  const idle = patches.find((patch) => !applied.has(patch));
  if (idle) throw new Error(`${idle.file} has nothing that matches ${idle.find}; the variant cannot be measured`);
  const [output] = Object.values(metafile.outputs);
  return {
    directory,
    bytes: output?.bytes ?? 0,
    metafile,
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** The poller as it is deployed, or a variant of it. */
export function bundlePoller(patches: readonly Patch[] = []): Promise<Bundle> {
  return bundle('lambda/poller/index.ts', { patches });
}
