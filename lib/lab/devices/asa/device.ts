import type { Clock } from '../../server/clock';
import type { Surroundings } from '../../terminal/front';
import type { IkeFailure } from '../../terminal/ike-failure';
import { DeviceTimer, type Pending } from '../../terminal/timer';
import { boot } from './boot';
import { printConfig } from './config';
import { newPki } from './pki';
import type { AsaFaults, AsaOptions, Device, Space } from './types';

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

/** An ASA as all its sessions see it, from its boot on. */
export class AsaDevice implements Device {
  readonly release: string;
  readonly pki = newPki();
  readonly enrolled: Set<string>;
  readonly spaces: ReadonlyMap<string, ReturnType<typeof spaceOf>>;
  private readonly named: string;
  private readonly reloadTimer: DeviceTimer;

  constructor(
    readonly options: AsaOptions,
    readonly clock: Clock,
    private readonly around: Surroundings<AsaFaults>,
  ) {
    this.release = options.release ?? '9.18(4)';
    this.named = options.hostname ?? 'asa';
    this.enrolled = new Set(options.enrolled ?? []);
    this.reloadTimer = new DeviceTimer(clock, options.minuteMs);
    const contexts = Object.entries(options.contexts ?? {});
    const texts = [['', options.config ?? base(this.named)] as const, ...contexts];
    this.spaces = new Map(texts.map(([name, text]) => [name, spaceOf(name, text)]));
  }

  faults(): AsaFaults {
    return this.around.faults();
  }

  tunnelUp(name: string): boolean {
    return this.around.tunnelUp(name);
  }

  ikeFailures(): readonly IkeFailure[] {
    return this.around.ikeFailures();
  }

  hostname(): string {
    const line = this.spaces
      .get('')!
      .running()
      .find(({ text }) => text.startsWith('hostname '));
    return line?.text.split(' ')[1] ?? this.named;
  }

  text(space: Space, clear: boolean): string {
    return printConfig(space.running(), this.release, clear);
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
    this.cancelReload();
    this.spaces.forEach((space) => space.reload());
    this.around.dropSessions();
  }
}
