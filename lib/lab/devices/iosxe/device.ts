import type { Clock } from '../../server/clock';
import type { IkeFailure } from '../../terminal/ike-failure';
import { boot, hostnameOf } from './boot';
import { newPki } from './pki/store';
import { printConfig } from './show-config';
import { linesAt, type Config } from './tree';
import type { ArmedRollback, Device, Pending, RouterFaults, RouterOptions } from './types';

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

/** What is around the router: what goes wrong, which tunnels are up, and its sessions. */
export interface Surroundings {
  faults(): RouterFaults;
  tunnelUp(name: string): boolean;
  ikeFailures(): readonly IkeFailure[];
  dropSessions(): void;
}

/** A router as all its sessions see it, from its boot on. */
export class RouterDevice implements Device {
  readonly release: string;
  readonly pki = newPki();
  readonly flash = new Map<string, Buffer>();
  readonly enrolled: Set<string>;
  private readonly named: string;
  private startupConfig: Config;
  private runningConfig: Config;
  private bootedAt: Date;
  private lastChange: { readonly at: Date; readonly by: string | undefined };
  private armed: ArmedRollback | undefined;
  private pendingReload: Pending | undefined;

  constructor(
    readonly options: RouterOptions,
    readonly clock: Clock,
    private readonly around: Surroundings,
  ) {
    this.release = options.release ?? '17.9.5';
    this.named = options.hostname ?? 'edge';
    this.enrolled = new Set(options.enrolled ?? []);
    this.startupConfig = boot(options.config ?? base(this.named));
    this.runningConfig = this.startupConfig;
    this.bootedAt = clock.now();
    this.lastChange = { at: this.bootedAt, by: undefined };
  }

  get booted(): Date {
    return this.bootedAt;
  }

  faults(): RouterFaults {
    return this.around.faults();
  }

  tunnelUp(name: string): boolean {
    return this.around.tunnelUp(name);
  }

  ikeFailures(): readonly IkeFailure[] {
    return this.around.ikeFailures();
  }

  hostname(): string {
    return hostnameOf(this.runningConfig, this.named);
  }

  running(): Config {
    return this.runningConfig;
  }

  change(config: Config, by: string): void {
    if (config === this.runningConfig) return;
    this.runningConfig = config;
    this.lastChange = { at: this.clock.now(), by };
  }

  changed(): { readonly at: Date; readonly by: string | undefined } {
    return this.lastChange;
  }

  startup(): Config {
    return this.startupConfig;
  }

  save(): void {
    this.startupConfig = this.runningConfig;
    this.pki.save();
  }

  isSaved(): boolean {
    return this.startupConfig === this.runningConfig || this.startupText() === this.runningText();
  }

  runningText(): string {
    return printConfig(this.runningConfig, this.release);
  }

  startupText(): string {
    return printConfig(this.startupConfig, this.release);
  }

  archivePath(): string | undefined {
    return linesAt(this.runningConfig, ['archive'])
      .find((line) => line.slot === 'path')
      ?.text.split(' ')[1];
  }

  rollback(): ArmedRollback | undefined {
    return this.armed;
  }

  arm(user: string, minutes: number): void {
    this.armWith(user, minutes, this.runningConfig);
  }

  extend(minutes: number): void {
    if (this.armed) this.armWith(this.armed.user, minutes, this.armed.backup);
  }

  confirm(): void {
    this.armed?.cancel();
    this.armed = undefined;
  }

  revert(): void {
    const backup = this.armed?.backup;
    this.confirm();
    if (backup) this.change(backup, 'rollback');
  }

  reloading(): Pending | undefined {
    return this.pendingReload;
  }

  reloadIn(user: string, minutes: number): void {
    this.cancelReload();
    this.pendingReload = this.timer(user, minutes, () => this.reload());
  }

  cancelReload(): void {
    this.pendingReload?.cancel();
    this.pendingReload = undefined;
  }

  reload(): void {
    this.confirm();
    this.cancelReload();
    this.runningConfig = this.startupConfig;
    this.pki.reload();
    this.bootedAt = this.clock.now();
    this.lastChange = { at: this.bootedAt, by: undefined };
    this.around.dropSessions();
  }

  private armWith(user: string, minutes: number, backup: Config): void {
    this.confirm();
    this.armed = { ...this.timer(user, minutes, () => this.revert()), backup };
  }

  private timer(user: string, minutes: number, act: () => void): Pending {
    const since = this.clock.now();
    const until = new Date(since.getTime() + minutes * (this.options.minuteMs ?? 60000));
    return { user, minutes, since, until, cancel: this.clock.after(minutes, act) };
  }
}
