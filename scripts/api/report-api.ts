import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Extractor, ExtractorConfig, ExtractorLogLevel, type ExtractorMessage } from '@microsoft/api-extractor';

/** Entries of the package, by the name of their report, and their types. */
export const ENTRIES = { constructs: 'index.d.ts', core: 'domain.d.ts', client: 'client/index.d.ts' } as const;

/** An entry of the package. */
export type Entry = keyof typeof ENTRIES;

/** What an entry gives to who imports it. */
export interface ApiReport {
  /** Every declaration without its text, as Markdown. */
  readonly text: string;
  /** What is exported, or a member of it, and has no docstring. */
  readonly undocumented: readonly string[];
  /** What else is wrong with it. */
  readonly complaints: readonly string[];
}

const REPORTED = { logLevel: ExtractorLogLevel.Warning };
const SILENT = { logLevel: ExtractorLogLevel.None };

/** Compiles the types of the library. @param folder inside the project, so that packages are found from it. */
export function emitTypes(root: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  const args = ['-p', 'tsconfig.build.json', '--emitDeclarationOnly', '--outDir', folder];
  execFileSync(join(root, 'node_modules/.bin/tsc'), args, { cwd: root, stdio: 'inherit' });
}

function configure(root: string, types: string, entry: Entry): ExtractorConfig {
  const file = join(types, ENTRIES[entry]);
  const compilerOptions = { target: 'es2023', module: 'nodenext', strict: true, skipLibCheck: true, types: ['node'] };
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: file,
      compiler: { overrideTsconfig: { compilerOptions, files: [file] } },
      apiReport: {
        enabled: true,
        includeForgottenExports: true,
        reportFileName: `${entry}.api.md`,
        reportFolder: join(types, 'report'),
        reportTempFolder: join(types, 'report'),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: 'lf',
      messages: {
        extractorMessageReporting: {
          default: REPORTED,
          // The report marks them.
          'ae-undocumented': SILENT,
          // The report has them with what uses them.
          'ae-forgotten-export': SILENT,
          // Everything that is exported is public; no tag says so.
          'ae-missing-release-tag': SILENT,
          // Docstrings may name what the source has, and the entry has not.
          'ae-unresolved-link': SILENT,
        },
        // Docstrings are written for readers, not for this tool's syntax.
        tsdocMessageReporting: { default: SILENT },
      },
    },
    configObjectFullPath: join(root, 'api-extractor.json'),
    packageJsonFullPath: join(root, 'package.json'),
  });
}

function spellMessage(types: string, { sourceFilePath = '', sourceFileLine, text }: ExtractorMessage): string {
  return `${sourceFilePath.replace(`${types}/`, '')}:${sourceFileLine ?? ''} ${text}`;
}

/** The types of sentences are no part of the report: which there are, the languages decide among themselves. */
function leaveOutWords(text: string): string {
  return text.replace(/^(?:\/\/.*\n)*const EN\w*: \{\n[\s\S]*?\n\};\n\n/gm, '');
}

/** Names a report marks as undocumented: `Name`, or `Name: member`; of what is exported alone. */
export function findUndocumented(report: string): string[] {
  const found: string[] = [];
  let exported: string | null = null;
  let isMarked = false;
  for (const line of report.split('\n')) {
    const [, name] = /^export [\w ]*?(?:class|interface|type|const|function) (\w+)/.exec(line) ?? [];
    if (name !== undefined) exported = name;
    else if (/^\S/.test(line) && !line.startsWith('//')) exported = null;
    if (isMarked && exported !== null) found.push(name ?? `${exported}: ${line.trim()}`);
    isMarked = line.includes('(undocumented)');
  }
  return found;
}

/** Reads what an entry gives. @param types where {@link emitTypes} put them. */
export function reportApi(root: string, types: string, entry: Entry): ApiReport {
  const complaints: string[] = [];
  mkdirSync(join(types, 'report'), { recursive: true });
  Extractor.invoke(configure(root, types, entry), {
    localBuild: true,
    messageCallback: (message) => {
      message.handled = true;
      const { logLevel } = message;
      if (logLevel === ExtractorLogLevel.Warning || logLevel === ExtractorLogLevel.Error)
        complaints.push(spellMessage(types, message));
    },
  });
  const text = leaveOutWords(readFileSync(join(types, 'report', `${entry}.api.md`), 'utf8'));
  return { text, undocumented: findUndocumented(text), complaints };
}
