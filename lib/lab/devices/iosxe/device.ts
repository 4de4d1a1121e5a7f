import type { Clock } from '../../server/clock';
import type { Surroundings } from '../../terminal/front';
import type { IkeFailure } from '../../terminal/ike-failure';
import { DeviceTimer, type Pending } from '../../terminal/timer';
import { boot, hostnameOf } from './boot';
import { newPki } from './pki/store';
import { printConfig } from './show-config';
import { linesAt, type Config } from './tree';
import type { ArmedRollback, Device, RouterFaults, RouterOptions } from './types';

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
  private readonly rollbackTimer: DeviceTimer;
  private readonly reloadTimer: DeviceTimer;
  /** What an armed rollback brings back. */
  private backup: Config | undefined;

  constructor(
    readonly options: RouterOptions,
    readonly clock: Clock,
    private readonly around: Surroundings<RouterFaults>,
  ) {
    this.release = options.release ?? '17.9.5';
    this.named = options.hostname ?? 'edge';
    this.enrolled = new Set(options.enrolled ?? []);
    this.startupConfig = boot(options.config ?? base(this.named));
    this.runningConfig = this.startupConfig;
    this.rollbackTimer = new DeviceTimer(clock, options.minuteMs);
    this.reloadTimer = new DeviceTimer(clock, options.minuteMs);
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
    const pending = this.rollbackTimer.pending();
    return pending && this.backup && { ...pending, backup: this.backup };
  }

  arm(user: string, minutes: number): void {
    this.armWith(user, minutes, this.runningConfig);
  }

  extend(minutes: number): void {
    const armed = this.rollback();
    if (armed) this.armWith(armed.user, minutes, armed.backup);
  }

  confirm(): void {
    this.rollbackTimer.cancel();
    this.backup = undefined;
  }

  revert(): void {
    const { backup } = this;
    this.confirm();
    if (backup) this.change(backup, 'rollback');
  }

  reloading(): Pending | undefined {
    return this.reloadTimer.pending();
  }

  reloadIn(user: string, minutes: number): void {
    this.reloadTimer.start(user, minutes, () => this.reload());
  }

  cancelReload(): void {
    this.reloadTimer.cancel();
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
    this.backup = backup;
    this.rollbackTimer.start(user, minutes, () => this.revert());
  }
}
