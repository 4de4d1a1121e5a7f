import type { IkeFailure } from '../../terminal/ike-failure';
import type { Clock } from '../../server/clock';
import { boot } from './boot';
import { printConfig, type Config } from './config';
import { newPki, type Pki } from './pki';
import type { AsaFaults, AsaOptions } from './types';

interface Pending {
  readonly user: string;
  readonly until: Date;
  readonly cancel: () => void;
}

/** One configuration space: the whole ASA, the system space, or a context. */
export interface Space {
  /** Empty: the ASA itself. */
  readonly name: string;
  running(): Config;
  change(config: Config): void;
  save(): void;
  isSaved(): boolean;
  startup(): Config;
}

/** What all sessions of one ASA share: its configurations and its reload timer. */
export interface Device {
  readonly release: string;
  readonly options: AsaOptions;
  faults(): AsaFaults;
  readonly clock: Clock;
  readonly enrolled: Set<string>;
  readonly pki: Pki;
  readonly spaces: ReadonlyMap<string, Space>;
  hostname(): string;
  text(space: Space, clear: boolean): string;
  tunnelUp(name: string): boolean;
  ikeFailures(): readonly IkeFailure[];
  reloading(): Pending | undefined;
  reloadIn(user: string, minutes: number): void;
  cancelReload(): void;
  reload(): void;
}

const base = (hostname: string): string => `hostname ${hostname}
domain-name example.net
names
interface GigabitEthernet0/0
 nameif outside
 security-level 0
 ip address 198.51.100.30 255.255.255.0
interface GigabitEthernet0/1
 nameif inside
 security-level 100
 ip address 10.60.0.1 255.255.0.0
route outside 0.0.0.0 0.0.0.0 198.51.100.1 1
ssh 192.0.2.0 255.255.255.0 inside
username lab password $sha512$5000$lab pbkdf2 privilege 15
`;

const spaceOf = (name: string, text: string): Space & { reload(): void } => {
  let startup = boot(text);
  let running = startup;
  return {
    name,
    running: () => running,
    change: (config) => (running = config),
    save: () => (startup = running),
    isSaved: () => startup === running,
    startup: () => startup,
    reload: () => (running = startup),
  };
};

export const deviceOf = (
  options: AsaOptions,
  clock: Clock,
  faults: () => AsaFaults,
  tunnelUp: (name: string) => boolean,
  dropSessions: () => void,
  ikeFailures: Device['ikeFailures'] = () => [],
): Device => {
  const release = options.release ?? '9.18(4)';
  const named = options.hostname ?? 'asa';
  const contexts = Object.entries(options.contexts ?? {});
  const whole = spaceOf('', options.config ?? base(named));
  const spaces = new Map([['', whole], ...contexts.map(([name, text]) => [name, spaceOf(name, text)] as const)]);
  let reloading: Pending | undefined;

  const cancelReload = (): void => {
    reloading?.cancel();
    reloading = undefined;
  };
  const reload = (): void => {
    cancelReload();
    spaces.forEach((space) => space.reload());
    dropSessions();
  };
  return {
    release,
    options,
    faults,
    clock,
    enrolled: new Set(options.enrolled ?? []),
    pki: newPki(),
    spaces,
    hostname: () =>
      whole
        .running()
        .find((line) => line.text.startsWith('hostname '))
        ?.text.split(' ')[1] ?? named,
    text: (space, clear) => printConfig(space.running(), release, clear),
    tunnelUp,
    ikeFailures,
    reloading: () => reloading,
    reloadIn: (user, minutes) => {
      cancelReload();
      const until = new Date(clock.now().getTime() + minutes * (options.minuteMs ?? 60000));
      reloading = { user, until, cancel: clock.after(minutes, reload) };
    },
    cancelReload,
    reload,
  };
};
