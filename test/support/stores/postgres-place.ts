import { randomBytes } from 'node:crypto';
import { postgresStore } from '../../../lib/run/ledger/postgres/store';
import type { LedgerStore } from '../../../lib/run/ledger/store';
import type { StorePlace } from '../../../testing/store-contract';
import type { PostgresServer } from './postgres-server';

/** Ledgers of a team of its own: what others keep in the same database is not there for it. */
export const postgresPlace = async (server: PostgresServer): Promise<StorePlace> => {
  const team = `team-${randomBytes(4).toString('hex')}`;
  const key = randomBytes(32);
  const opened: LedgerStore[] = [];
  return {
    store: () => {
      const store = postgresStore({ url: server.url, team, key: async () => key });
      opened.push(store);
      return store;
    },
    expire: async (target) => {
      const late = `update tunnelwright.lease set expires = clock_timestamp() - interval '1 s' where team = $1 and target = $2`;
      await server.ask(late, [team, target]);
    },
    putLedger: async (target, text) => {
      await server.ask('update tunnelwright.ledger set content = $3 where team = $1 and target = $2', [
        team,
        target,
        text,
      ]);
    },
    putRun: async (target, run, text) => {
      const sql = 'update tunnelwright.run set record = $4 where team = $1 and target = $2 and run = $3';
      await server.ask(sql, [team, target, run, text]);
    },
    close: async () => {
      await Promise.all(opened.map((store) => store.close()));
    },
  };
};
