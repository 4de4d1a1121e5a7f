import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './free-port';

/** Where `.ci/run` installs moto; TUNNELWRIGHT_MOTO names another place. */
const venv =
  process.env['TUNNELWRIGHT_MOTO'] ??
  join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'tunnelwright', 'moto');
const python = join(venv, 'bin', 'python');

/** Runs with moto, a server of S3 that nobody here wrote, and says what to install where it is missing. */
export const withS3: jest.Describe = existsSync(python)
  ? describe
  : (((name: string, ...rest: [jest.EmptyFunction]) =>
      describe.skip(
        `${name} (skipped: python3 -m venv ${venv} && ${python} -m pip install 'moto[server,s3]')`,
        ...rest,
      )) as unknown as jest.Describe);

/** One request at a time, as moto looks at a condition and writes in two steps; S3 itself does both at once. */
const program = `
import sys
from moto.server import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import run_simple
import logging
logging.getLogger("werkzeug").setLevel(logging.CRITICAL)
run_simple("127.0.0.1", int(sys.argv[1]), DomainDispatcherApplication(create_backend_app), threaded=False)
`;

export interface S3Server {
  readonly endpoint: string;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** A server with a bucket `ledgers`. What it holds is gone when it stops. */
export const startS3 = async (): Promise<S3Server> => {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  let child: ReturnType<typeof spawn> | undefined;
  const start = async (): Promise<void> => {
    child = spawn(python, ['-c', program, String(port)], { stdio: 'ignore' });
    for (let tries = 0; ; tries++) {
      const up = await fetch(`${endpoint}/ledgers`, { method: 'PUT' }).then(
        ({ ok }) => ok,
        () => false,
      );
      if (up) return;
      if (tries === 150) throw new Error('moto does not start');
      await pause(200);
    }
  };
  await start();
  return {
    endpoint,
    start,
    stop: async () => {
      const ended = new Promise((resolve) => child?.once('close', resolve));
      child?.kill('SIGKILL');
      await ended;
    },
  };
};
