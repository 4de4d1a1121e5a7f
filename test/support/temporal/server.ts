import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { freePort } from '../stores/free-port';

const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
/** Built by `test/temporal/build-server.sh`. */
const binary = process.env['TUNNELWRIGHT_TEMPORAL'] ?? join(cache, 'tunnelwright', 'temporal', 'server');

/** Runs with a real Temporal server, and says what to do where it is missing. */
export const withTemporal: jest.Describe = existsSync(binary)
  ? describe
  : (((name: string, ...rest: [jest.EmptyFunction]) =>
      describe.skip(
        `${name} (skipped: no Temporal server; test/temporal/build-server.sh builds it, with Go 1.24 or later)`,
        ...rest,
      )) as unknown as jest.Describe);

/** A Temporal server of this test alone, on the loopback, with its data in one SQLite file. */
export interface TemporalServer {
  readonly address: string;
  readonly namespace: string;
  start(): Promise<void>;
  /** Ends at once, by SIGKILL. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** Distinct ports: each is asked for while the others are still taken down in the list. */
const freePorts = async (count: number): Promise<readonly number[]> => {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await freePort());
  return [...ports];
};

const settings = (home: string, ports: readonly number[]) => {
  const store = {
    sql: {
      pluginName: 'sqlite',
      databaseName: join(home, 'temporal.db'),
      connectAddr: 'localhost',
      connectProtocol: 'tcp',
      connectAttributes: { cache: 'private', setup: 'true', journal_mode: 'wal', synchronous: '1' },
      maxConns: 1,
      maxIdleConns: 1,
    },
  };
  const service = (n: number) => ({
    rpc: { grpcPort: ports[2 * n], membershipPort: ports[2 * n + 1], bindOnLocalHost: true },
  });
  const rpcAddress = `127.0.0.1:${ports[0]}`;
  return {
    log: { stdout: true, level: 'error' },
    persistence: {
      defaultStore: 'store',
      visibilityStore: 'store',
      numHistoryShards: 1,
      datastores: { store },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' } },
    services: { frontend: service(0), matching: service(1), history: service(2), worker: service(3) },
    clusterMetadata: {
      enableGlobalNamespace: false,
      failoverVersionIncrement: 10,
      masterClusterName: 'active',
      currentClusterName: 'active',
      clusterInformation: {
        active: { enabled: true, initialFailoverVersion: 1, rpcName: 'frontend', rpcAddress },
      },
    },
    dcRedirectionPolicy: { policy: 'noop' },
  };
};

/** Waits until the namespace can be used; makes it where it is not there. */
const ready = async (address: string, namespace: string): Promise<void> => {
  for (let tries = 0; ; tries += 1) {
    try {
      const connection = await Connection.connect({ address, connectTimeout: '2s' });
      try {
        const { workflowService } = connection;
        const found = await workflowService.describeNamespace({ namespace }).then(
          () => true,
          () => false,
        );
        if (!found)
          await workflowService.registerNamespace({
            namespace,
            workflowExecutionRetentionPeriod: { seconds: 86_400 as never },
          });
        await workflowService.listWorkflowExecutions({ namespace, pageSize: 1 });
        return;
      } finally {
        await connection.close();
      }
    } catch (error) {
      if (tries === 200) throw error;
      await pause(150);
    }
  }
};

export const startTemporal = async (): Promise<TemporalServer> => {
  const home = mkdtempSync(join(tmpdir(), 'temporal-'));
  const ports = await freePorts(8);
  writeFileSync(join(home, 'test.yaml'), JSON.stringify(settings(home, ports)));
  const address = `127.0.0.1:${ports[0]}`;
  const namespace = 'tunnelwright-test';
  let running: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    const log = openSync(join(home, 'log'), 'a');
    running = spawn(binary, ['--root', home, '--config', '.', '--env', 'test', '--allow-no-auth', 'start'], {
      cwd: home,
      stdio: ['ignore', log, log],
    });
    await ready(address, namespace);
  };
  const kill = async (): Promise<void> => {
    const child = running;
    running = undefined;
    if (child === undefined || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await ended;
  };
  await start();
  return {
    address,
    namespace,
    start,
    kill,
    close: async () => {
      await kill();
      rmSync(home, { recursive: true, force: true });
    },
  };
};
