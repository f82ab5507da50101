import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** One import of one file, paths from the root of the project. */
export interface Import {
  readonly from: string;
  /** The line it stands in, counted from 1. */
  readonly line: number;
  /** A file of the project, or the name of a package. */
  readonly to: string;
  readonly isPackage: boolean;
}

/** `import … from '…'`, `export … from '…'`, `import('…')` and `require('…')`, over several lines too. */
const IMPORT = /(?:[\s}]from\s+|\bimport\s+|\b(?:import|require)\()'([^'\n]+)'/g;

/** Every TypeScript file of the project, tracked or about to be; tests and what is built left out. */
export function sourceFiles(): string[] {
  const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const files = list.split('\n').filter((file) => file !== '' && !file.startsWith('test/'));
  return files.filter((file) => existsSync(join(ROOT, file)));
}

/** The text of a file of the project. */
export function textOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

function toFile(from: string, specifier: string, files: ReadonlySet<string>): string {
  const path = posix.join(dirname(from), specifier).replace(/\.js$/, '');
  return [`${path}.ts`, `${path}/index.ts`, path].find((candidate) => files.has(candidate)) ?? path;
}

/** What a file imports, in order. */
export function importsOf(from: string, text: string, files: ReadonlySet<string>): Import[] {
  return [...text.matchAll(IMPORT)].map(({ 0: match, 1: specifier = '', index }) => {
    const isPackage = !specifier.startsWith('.');
    return {
      from,
      line: text.slice(0, index + match.length).split('\n').length,
      to: isPackage ? specifier : toFile(from, specifier, files),
      isPackage,
    };
  });
}

/** The imports of all source files. */
export function allImports(): Import[] {
  const files = sourceFiles();
  const known = new Set(files);
  return files.flatMap((file) => importsOf(file, textOf(file), known));
}

/** An import as a complaint names it. */
export function nameImport({ from, line, to }: Import): string {
  return `${from}:${line} imports ${to}`;
}

/** Groups of nodes that can be reached from one another, each sorted; empty where nothing goes in a circle. */
export function findCircles(arrows: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const reach = (start: string): Set<string> => {
    const seen = new Set<string>();
    const waiting = [start];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      for (const next of arrows.get(node) ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        waiting.push(next);
      }
    }
    return seen;
  };
  const reached = new Map([...arrows.keys()].map((node) => [node, reach(node)]));
  const circles = [...reached].flatMap(([node, far]) =>
    far.has(node) ? [[...far].filter((other) => reached.get(other)?.has(node)).sort()] : [],
  );
  return [...new Map(circles.map((circle) => [circle.join(' '), circle])).values()];
}
