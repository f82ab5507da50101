import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ENGINE_FOLDER, type Engine, findFreePort, waitFor } from './engines';

/** The second engine nobody here wrote, and boto3, pinned; in an environment of its own, for its needs clash with the first's. */
const PACKAGES = ['moto[cloudwatch,server]==5.2.5', 'boto3==1.44.8'];

const FOLDER = join(ENGINE_FOLDER, 'moto');
const SERVER = join(FOLDER, 'bin', 'moto_server');

/** A Python with boto3, which moto needs as well. */
export const MOTO_PYTHON = join(FOLDER, 'bin', 'python');

/** Installs moto, once. @returns why it cannot be had, in one line; `null` when it is there. */
export function findMissingMoto(): string | null {
  if (existsSync(SERVER)) return null;
  try {
    mkdirSync(ENGINE_FOLDER, { recursive: true });
    execFileSync('python3', ['-m', 'venv', FOLDER], { stdio: 'ignore' });
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...PACKAGES];
    execFileSync(MOTO_PYTHON, pip, { stdio: 'ignore' });
    return null;
  } catch (error) {
    const [why = ''] = String(error instanceof Error ? error.message : error).split('\n');
    return `moto cannot be installed (${why}): python3 with venv and a package index are needed`;
  }
}

/** Starts moto's server on loopback. */
export async function startMoto(): Promise<Engine> {
  const port = await findFreePort();
  const log = createWriteStream(join(ENGINE_FOLDER, 'moto.log'));
  const child: ChildProcess = spawn(SERVER, ['--host', '127.0.0.1', '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout?.pipe(log);
  child.stderr?.pipe(log);
  const url = `http://127.0.0.1:${port}`;
  await waitFor('moto to answer', 60, async () => {
    if (child.exitCode !== null) throw new Error('moto ended; see .venv-e2e/moto.log');
    return fetch(`${url}/moto-api/data.json`).then(
      (reply) => reply.ok,
      () => false,
    );
  });
  return {
    url,
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill();
      await new Promise((resolve) => child.once('exit', resolve));
    },
  };
}
