import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startSwan, wire, type Swan } from '../support/swan-pair';
import type { Issuer } from './certificates';
import { formOf, Place, type OraclePair } from './pair';
import { connectionOf, sharedKeyOf, type Shown } from './swan-words';
import { connectVici, type AnswerSection, type Vici, type ViciSection } from './vici';

/** How far two ends came with each other when one of them began, the last being all the way. */
export const stages = ['nothing', 'ike', 'child', 'traffic', 'rekeyed', 'rekeyed ike'] as const;
export type Stage = (typeof stages)[number];
export interface Outcome {
  /** Begun by the first end, and by the second. */
  readonly reached: readonly [Stage, Stage];
  /** The networks that were agreed on are those that the beginner asked for. */
  readonly narrowed: boolean;
  /** What both charons logged of it. */
  readonly log: readonly string[];
}

/** How many pairs stand side by side. */
export const width = 40;
const sides = [0, 1] as const;
type Side = (typeof sides)[number];

interface Charon {
  readonly swan: Swan;
  readonly vici: Vici;
  readonly shell: ChildProcess;
  /** Lines by connection, `pair-7`. */
  readonly log: Map<string, string[]>;
  /** A connection for each pair: one that begins waits for its end. */
  readonly callers: readonly Vici[];
}

const settings = (socket: string): string => `charon {
  load = random nonce pem pkcs1 pkcs8 x509 pubkey constraints sha1 sha2 hmac aes gcm kdf openssl vici socket-default kernel-libipsec kernel-netlink
  threads = ${width * 2 + 24}
  retransmit_tries = 2
  retransmit_timeout = 1.5
  retransmit_base = 1
  half_open_timeout = 20
  init_limit_half_open = 0
  block_threshold = 0
  cookie_threshold = 0
  ikesa_table_size = 256
  ikesa_table_segments = 16
  plugins {
    vici {
      socket = unix://${socket}
    }
    kernel-libipsec {
      allow_peer_ts = yes
    }
  }
}
`;

const addressesOf = (side: Side, device: string): readonly string[] =>
  Array.from({ length: width }, (_, i) => new Place(i + 1, side)).flatMap((place) => [
    `address add ${place.address}/16 dev ${device}`,
    ...([0, 1, 2] as const).map((each) => `address add ${place.host(each)}/32 dev lo`),
  ]);

const begin = async (swan: Swan, home: string): Promise<Charon> => {
  await swan.go();
  const log = new Map<string, string[]>();
  const socket = join(home, 'vici');
  const hear = (event: AnswerSection): void => {
    const [name, message] = [event['ikesa-name'], event['msg']];
    if (typeof name !== 'string' || typeof message !== 'string') return;
    log.set(name, [...(log.get(name) ?? []), message]);
  };
  const vici = await connectVici(socket, ['log', hear]);
  const shell = spawn('nsenter', ['-n', '-t', String(swan.pid), 'bash'], { stdio: ['pipe', 'ignore', 'ignore'] });
  const callers: Vici[] = [];
  // One after the other: charon takes few at once.
  while (callers.length < width) callers.push(await connectVici(socket));
  return { swan, vici, shell, log, callers };
};

interface Sa {
  readonly name: string;
  readonly state: string;
  readonly id: string;
  readonly children: readonly Child[];
}
interface Child {
  readonly id: string;
  readonly state: string;
  readonly packetsIn: number;
  readonly selectors: string;
}

const childrenOf = (section: AnswerSection): readonly Child[] =>
  Object.values(section).map((each) => {
    const child = each as AnswerSection;
    const list = (name: string): string => ((child[name] ?? []) as readonly string[]).join(' ');
    return {
      id: String(child['uniqueid']),
      state: String(child['state']),
      packetsIn: Number(child['packets-in'] ?? 0),
      selectors: `${list('local-ts')} to ${list('remote-ts')}`,
    };
  });

const sasOf = async ({ vici }: Charon): Promise<readonly Sa[]> => {
  const { events } = await vici.ask('list-sas', {}, 'list-sa');
  return events.flatMap((event) =>
    Object.entries(event).map(([name, section]) => {
      const sa = section as AnswerSection;
      return {
        name,
        state: String(sa['state']),
        id: String(sa['uniqueid']),
        children: childrenOf((sa['child-sas'] ?? {}) as AnswerSection),
      };
    }),
  );
};

/** A set of pairs side by side between two charons. */
interface Batch {
  readonly pairs: readonly OraclePair[];
  readonly names: readonly string[];
}
const nameAt = (index: number): string => `pair-${index + 1}`;

/** Asks until all of it is so, for some seconds at most; whatever is so then counts. */
const until = async (seconds: number, isSo: () => Promise<boolean>): Promise<void> => {
  const end = Date.now() + seconds * 1000;
  while (!(await isSo()) && Date.now() < end) await pause(100);
};

const demand = async ({ vici }: Charon, command: string, message: ViciSection): Promise<void> => {
  const { answer } = await vici.ask(command, message);
  if (answer['success'] !== 'yes') throw new Error(`${command}: ${String(answer['errmsg'])}`);
};

const loadSecrets = async (charon: Charon, side: Side, { pairs }: Batch, { keys }: Issuer): Promise<void> => {
  charon.log.clear();
  for (const data of keys[side]) await charon.vici.ask('load-key', { type: 'any', data });
  for (const [index, pair] of pairs.entries())
    await demand(charon, 'load-shared', sharedKeyOf(pair, new Place(index + 1, side)));
};

type AllShown = readonly (readonly Shown[])[];
const certify = ({ pairs }: Batch, issuer: Issuer): Promise<AllShown> =>
  Promise.all(
    sides.map((side) =>
      Promise.all(
        pairs.map(async (pair, index) => {
          const place = new Place(index + 1, side);
          const [end] = place.endsOf(pair);
          return { own: await issuer.certificateOf(end, place), trusted: issuer.trustedBy(end) };
        }),
      ),
    ),
  );

/** One end begins and the other waits. */
const loadConnections = async (
  charons: readonly [Charon, Charon],
  { pairs, names }: Batch,
  shown: AllShown,
  beginner: Side,
): Promise<void> => {
  for (const side of sides)
    for (const [index, pair] of pairs.entries()) {
      const place = new Place(index + 1, side);
      const connection = connectionOf(pair, place, shown[side]![index]!, side === beginner);
      await demand(charons[side], 'load-conn', { [names[index]!]: connection });
    }
};

const unload = async ({ vici }: Charon, names: readonly string[]): Promise<void> => {
  for (const name of names) {
    await vici.ask('terminate', { ike: name, force: 'yes', timeout: '2000' });
    await vici.ask('unload-conn', { name });
  }
  await vici.ask('clear-creds');
};

const sendBetween = (
  [first, second]: readonly [Charon, Charon],
  { pairs, names }: Batch,
  up: ReadonlySet<string>,
): void => {
  for (const [index, pair] of pairs.entries()) {
    if (!up.has(names[index]!)) continue;
    const hosts = sides.map((side) => {
      // What both agree on is in the first network that both name.
      const [mine, theirs] = [pair.ends[side].networks.here, pair.ends[side === 0 ? 1 : 0].networks.there];
      const both = formOf(pair) === 'routes' ? [0 as const] : mine.filter((each) => theirs.includes(each));
      const single = [...mine, ...theirs].filter((each) => each !== 'wide');
      return new Place(index + 1, side).host(both[0] ?? single[0] ?? 0);
    });
    first.shell.stdin!.write(`echo oracle >/dev/udp/${hosts[1]}/9\n`);
    second.shell.stdin!.write(`echo oracle >/dev/udp/${hosts[0]}/9\n`);
  }
};

const upIn = (sas: readonly Sa[]): ReadonlyMap<string, Sa> =>
  new Map(
    sas
      .filter(({ state, children }) => state === 'ESTABLISHED' && children.some((each) => each.state === 'INSTALLED'))
      .map((sa) => [sa.name, sa]),
  );

/** Those of which packets arrived at both ends. */
const passing = async (charons: readonly [Charon, Charon], batch: Batch): Promise<ReadonlySet<string>> => {
  const counts = async () =>
    Promise.all(
      charons.map(async (charon) => {
        const sas = await sasOf(charon);
        return new Map(sas.map(({ name, children }) => [name, children.reduce((n, each) => n + each.packetsIn, 0)]));
      }),
    );
  const up = new Set(upIn(await sasOf(charons[0])).keys());
  const before = await counts();
  sendBetween(charons, batch, up);
  const arrived = new Set<string>();
  await until(5, async () => {
    const now = await counts();
    for (const name of up)
      if (sides.every((side) => (now[side]!.get(name) ?? 0) > (before[side]!.get(name) ?? 0))) arrived.add(name);
    return arrived.size === up.size;
  });
  return arrived;
};

/** Those whose child SA or IKE SA became another one. */
const rekeyed = async (
  charon: Charon,
  what: 'child' | 'ike',
  names: ReadonlySet<string>,
): Promise<ReadonlySet<string>> => {
  const idsIn = (sas: readonly Sa[]) =>
    new Map(
      sas
        .filter(({ state }) => state === 'ESTABLISHED')
        .map(({ name, id, children }) => [
          name,
          what === 'ike' ? [id] : children.filter((each) => each.state === 'INSTALLED').map((each) => each.id),
        ]),
    );
  const before = idsIn(await sasOf(charon));
  for (const name of names)
    await charon.vici.ask('rekey', what === 'ike' ? { ike: name } : { ike: name, child: 'net' });
  const done = new Set<string>();
  const failed = (name: string): boolean =>
    (charon.log.get(name) ?? []).some((line) =>
      /rekeying (?:\S+ )*failed|failed to establish CHILD_SA, keeping/i.test(line),
    );
  await until(15, async () => {
    const now = idsIn(await sasOf(charon));
    for (const name of names) if (now.get(name)?.some((id) => !(before.get(name) ?? []).includes(id))) done.add(name);
    return [...names].every((name) => done.has(name) || failed(name));
  });
  return done;
};

const forward = async (
  charons: readonly [Charon, Charon],
  batch: Batch,
  side: Side,
): Promise<readonly [Stage, string][]> => {
  const beginner = charons[side];
  const begin = (name: string, index: number) =>
    beginner.callers[index]!.ask('initiate', { ike: name, child: 'net', timeout: '30000' });
  await Promise.all(batch.names.map(begin));
  const sas = await sasOf(beginner);
  const [ike, child] = [new Set(sas.filter(({ state }) => state === 'ESTABLISHED').map(({ name }) => name)), upIn(sas)];
  const traffic = await passing(charons, batch);
  const renewed = await rekeyed(beginner, 'child', traffic);
  const all = await rekeyed(beginner, 'ike', renewed);
  const after = await passing(charons, batch);
  for (const name of batch.names) await beginner.vici.ask('terminate', { ike: name, force: 'yes', timeout: '-1' });
  await until(5, async () => (await Promise.all(charons.map(sasOf))).every((left) => left.length === 0));
  return batch.names.map((name) => {
    const stage: Stage =
      all.has(name) && after.has(name)
        ? 'rekeyed ike'
        : renewed.has(name)
          ? 'rekeyed'
          : traffic.has(name)
            ? 'traffic'
            : child.has(name)
              ? 'child'
              : ike.has(name)
                ? 'ike'
                : 'nothing';
    return [stage, child.get(name)?.children[0]?.selectors ?? ''];
  });
};

export interface Bench {
  /** What two charons make of up to `width` pairs. */
  ask(pairs: readonly OraclePair[]): Promise<readonly Outcome[]>;
  close(): void;
}

/** Two charons in networks of their own with a cable between them. */
export const startBench = async (issuer: Issuer): Promise<Bench> => {
  const room = mkdtempSync(join(tmpdir(), 'oracle-'));
  const homes = sides.map((side) => join(room, String(side)));
  const swans = [await startSwan(homes[0]!, settings), await startSwan(homes[1]!, settings)] as const;
  wire(swans[0], swans[1], ['198.18.250.1/16', '198.18.250.2/16']);
  for (const side of sides) swans[side].batch(addressesOf(side, side === 0 ? 'judge-a' : 'judge-b'));
  const charons = [await begin(swans[0], homes[0]!), await begin(swans[1], homes[1]!)] as const;
  return {
    ask: async (pairs) => {
      const batch = { pairs, names: pairs.map((_, index) => nameAt(index)) };
      const shown = await certify(batch, issuer);
      for (const side of sides) await loadSecrets(charons[side], side, batch, issuer);
      await loadConnections(charons, batch, shown, 0);
      const there = await forward(charons, batch, 0);
      await loadConnections(charons, batch, shown, 1);
      const back = await forward(charons, batch, 1);
      for (const charon of charons) await unload(charon, batch.names);
      return batch.names.map((name, index) => ({
        reached: [there[index]![0], back[index]![0]],
        narrowed: there[index]![1] !== back[index]![1].split(' to ').reverse().join(' to '),
        log: charons.flatMap(({ log }, side) => (log.get(name) ?? []).map((line) => `${'AB'[side]} ${line}`)),
      }));
    },
    close: () => {
      for (const { shell, vici, callers, swan } of charons) {
        shell.kill();
        for (const each of [vici, ...callers]) each.close();
        swan.close();
      }
      rmSync(room, { recursive: true, force: true });
    },
  };
};
