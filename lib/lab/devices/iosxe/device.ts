import { boot, hostnameOf } from './boot';
import type { Clock } from '../../server/clock';
import type { IkeFailure } from '../../terminal/ike-failure';
import { printConfig } from './show-config';
import { linesAt, type Config } from './tree';
import { newPki, type Pki } from './pki/store';
import type { RouterFaults, RouterOptions } from './types';

interface Pending {
  readonly user: string;
  readonly minutes: number;
  readonly since: Date;
  readonly until: Date;
  readonly cancel: () => void;
}
interface ArmedRollback extends Pending {
  readonly backup: Config;
}

/** What all sessions of one router share: its configurations and its timers. */
export interface Device {
  readonly release: string;
  readonly options: RouterOptions;
  faults(): RouterFaults;
  readonly clock: Clock;
  /** Trustpoints that were enrolled before the lab began. */
  readonly enrolled: Set<string>;
  readonly pki: Pki;
  /** `bootflash:`, by name: no configuration and no rollback is of it. */
  readonly flash: Map<string, Buffer>;
  readonly booted: Date;
  hostname(): string;
  running(): Config;
  change(config: Config, by: string): void;
  changed(): { readonly at: Date; readonly by: string | undefined };
  startup(): Config;
  save(): void;
  isSaved(): boolean;
  runningText(): string;
  startupText(): string;
  tunnelUp(name: string): boolean;
  ikeFailures(): readonly IkeFailure[];
  /** The path of the archive, without which no rollback can be armed. */
  archivePath(): string | undefined;
  rollback(): ArmedRollback | undefined;
  arm(user: string, minutes: number): void;
  extend(minutes: number): void;
  confirm(): void;
  revert(): void;
  reloading(): Pending | undefined;
  reloadIn(user: string, minutes: number): void;
  cancelReload(): void;
  reload(): void;
}

const base = (hostname: string): string => `service timestamps debug datetime msec
service timestamps log datetime msec
hostname ${hostname}
boot-start-marker
boot-end-marker
no aaa new-model
ip domain name example.net
archive
 path bootflash:${hostname}-archive
 maximum 10
username lab privilege 15 secret 9 $9$lab$thisIsNoRealHash
interface GigabitEthernet0/0
 description internet
 ip address 198.51.100.10 255.255.255.0
 negotiation auto
interface GigabitEthernet0/1
 description inside
 ip address 10.20.0.1 255.255.0.0
 negotiation auto
interface GigabitEthernet0/2
 no ip address
 shutdown
 negotiation auto
ip forward-protocol nd
no ip http server
no ip http secure-server
ip route 0.0.0.0 0.0.0.0 198.51.100.1
ip ssh version 2
line con 0
 stopbits 1
line vty 0 4
 login local
 transport input ssh
ntp server 198.51.100.5
`;

export const deviceOf = (
  options: RouterOptions,
  clock: Clock,
  faults: () => RouterFaults,
  tunnelUp: (name: string) => boolean,
  dropSessions: () => void,
  ikeFailures: Device['ikeFailures'] = () => [],
): Device => {
  const release = options.release ?? '17.9.5';
  const pki = newPki();
  const named = options.hostname ?? 'edge';
  let startup = boot(options.config ?? base(named));
  let running = startup;
  let booted = clock.now();
  let changed: { at: Date; by: string | undefined } = { at: booted, by: undefined };
  let armed: ArmedRollback | undefined;
  let reloading: Pending | undefined;

  const change = (config: Config, by: string | undefined): void => {
    if (config === running) return;
    running = config;
    changed = { at: clock.now(), by };
  };
  const due = (minutes: number): Date => new Date(clock.now().getTime() + minutes * (options.minuteMs ?? 60000));
  const disarm = (): void => {
    armed?.cancel();
    armed = undefined;
  };
  const revert = (): void => {
    const backup = armed?.backup;
    disarm();
    if (backup) change(backup, 'rollback');
  };
  const arm = (user: string, minutes: number, backup: Config): void => {
    disarm();
    armed = { user, minutes, backup, since: clock.now(), until: due(minutes), cancel: clock.after(minutes, revert) };
  };
  const cancelReload = (): void => {
    reloading?.cancel();
    reloading = undefined;
  };
  const reload = (): void => {
    disarm();
    cancelReload();
    running = startup;
    pki.reload();
    booted = clock.now();
    changed = { at: booted, by: undefined };
    dropSessions();
  };

  return {
    release,
    options,
    faults,
    clock,
    enrolled: new Set(options.enrolled ?? []),
    pki,
    flash: new Map(),
    get booted() {
      return booted;
    },
    hostname: () => hostnameOf(running, named),
    running: () => running,
    change,
    changed: () => changed,
    startup: () => startup,
    save: () => {
      startup = running;
      pki.save();
    },
    isSaved: () => startup === running || printConfig(startup, release) === printConfig(running, release),
    runningText: () => printConfig(running, release),
    startupText: () => printConfig(startup, release),
    tunnelUp,
    ikeFailures,
    archivePath: () =>
      linesAt(running, ['archive'])
        .find((line) => line.slot === 'path')
        ?.text.split(' ')[1],
    rollback: () => armed,
    arm: (user, minutes) => arm(user, minutes, running),
    extend: (minutes) => {
      if (armed) arm(armed.user, minutes, armed.backup);
    },
    confirm: disarm,
    revert,
    reloading: () => reloading,
    reloadIn: (user, minutes) => {
      cancelReload();
      reloading = { user, minutes, since: clock.now(), until: due(minutes), cancel: clock.after(minutes, reload) };
    },
    cancelReload,
    reload,
  };
};
