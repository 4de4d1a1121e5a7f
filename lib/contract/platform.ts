import type { Problem } from '../kernel/problem';
import type { Desired, Dialect, Live } from '../desired/item';
import type { DeviceRole } from '../model/diagram';
import type { Target } from '../model/network';
import type { PlatformId, TargetSettings } from '../model/targets';
import type { Answers } from './answers';
import type { Impact, Observation } from './observation';
import type { Ports, Session } from './session';

/** A file beside the manifest. Its name is the id of its target with this behind it: `.cfg`, or `/profile.xml`. */
export interface Artifact {
  readonly suffix: string;
  readonly text: string;
}

/** What a configuration file says, in nouns. */
export interface Inspection {
  readonly nouns: readonly {
    readonly kind: string;
    readonly name: string;
    /** First and last line in the file, from 1. */
    readonly lines: readonly [number, number];
    readonly props: object;
  }[];
  /**
   * Objects of which a line could not be read that decides what they are or apply to. Nothing is said of them but that they
   * are there; what else stands in them is among the unmanaged lines.
   */
  readonly unreadable: readonly {
    readonly kind: string;
    readonly name: string;
    readonly lines: readonly [number, number];
    /** Numbers of the lines that could not be read. */
    readonly unread: readonly number[];
  }[];
  /** Lines that the platform is known to print, and that no noun covers: nothing here changes them. */
  readonly unmanaged: readonly { readonly line: number; readonly text: string }[];
  /** Lines that are not known at all. */
  readonly unknown: readonly { readonly line: number; readonly text: string }[];
  /** How many lines of each section (`crypto ikev2 profile`, `interface`) are what, counted when it is asked. */
  readonly sections: () => readonly {
    readonly section: string;
    readonly understood: number;
    readonly unmanaged: number;
    readonly unknown: number;
  }[];
  /** What the device calls itself, where the file says. */
  readonly hostname?: string;
  /** Its release, in the form in which a program declares it. */
  readonly release?: string;
}

/** What a configuration file holds, in the platform's own form. */
export interface Held<C> {
  /** As it is compared with what is declared: each secret in the file counts as the declared one, but for a hash. */
  beside(desired: Desired<C>): Live<C> | Promise<Live<C>>;
}

/** A configuration file that was read once: what it says, and what it holds. */
export interface FileReading<C> {
  readonly inspection: Inspection;
  held(): Promise<Held<C>>;
}

/** An object that a service has, by its kind and by its name on the target: `vpn-endpoint`, `mumbai-pune/mumbai-pair`. */
export interface NamedObject {
  readonly kind: string;
  readonly name: string;
}

/** What a service that has no configuration file answered, in nouns: all of its VPN, and what that refers to. */
export interface Inventory<C> extends Held<C> {
  readonly nouns: readonly (NamedObject & {
    /** Its name without that of its parent. */
    readonly own: string;
    /** What a program calls it, where its name is long. */
    readonly label?: string;
    /** References to what is not among these are to what is only there. A secret is `<secret:other>`. */
    readonly props: object;
    /** What it holds besides, which no property writes and which stays: `literals: 10.0.0.1`. */
    readonly stays: readonly string[];
  })[];
  /** Objects that no construct can say. */
  readonly unreadable: readonly (NamedObject & { readonly why: string })[];
  /** Objects that are only referred to. */
  readonly there: readonly (NamedObject & {
    /** The service has it by itself. */
    readonly given?: true;
  })[];
  /** What a noun is on the service: the same for two that write the same. */
  meaning(kind: string, name: string, noun: object): string;
}

/** What a service would answer with IKEv2 in the place of IKEv1. */
export interface Migration {
  readonly answers: Answers;
  /** Each VPN that is another then: itself and its ends by name, and what of it is another, in words. */
  readonly vpns: readonly (NamedObject & {
    readonly objects: readonly string[];
    readonly said: readonly string[];
  })[];
  /** VPNs that cannot be migrated, and why. */
  readonly skipped: readonly string[];
}

/**
 * The contract of a platform. Shared code asks nothing else of it and never which one it is.
 * `C` is the form of one object (a CLI section, a REST object), `S` of one thing to send.
 */
export interface Platform<P extends PlatformId, C, S> {
  readonly id: P;
  readonly title: string;
  /** What its targets are in a diagram of the network. */
  readonly role: DeviceRole;
  readonly dialect: Dialect<C, S>;
  /** What it declares, the devices that it manages do: it asks no RADIUS server itself. */
  readonly manages?: true;
  /** Its users can be let in without a second factor for once: `bypassCodes` of a session. */
  readonly bypass?: true;
  /** Nouns to the platform's own form; what it cannot write comes back as problems with construct paths. */
  lower(target: Target<P>): { readonly desired: Desired<C>; readonly problems: readonly Problem[] };
  /** Where a target is, in a word that a person knows it by: its host, its folder. */
  where(settings: TargetSettings<P>): string;
  /** Whether a target sees the objects of another: a domain of an FMC those of the domains above it. */
  sees?(settings: TargetSettings<P>, other: TargetSettings<P>): boolean;
  /** The files a person reads beside the manifest. */
  artifacts(desired: Desired<C>): readonly Artifact[];
  /** One step in words that a person knows: CLI lines, or a request. */
  show(step: S): readonly string[];
  /** What a change would do to the tunnels that are up, as far as it is known. */
  impact?(before: C | undefined, after: C | undefined, seen: Observation<C>): Impact | undefined;
  /** Reads a configuration file, where the platform has such files. */
  read?(text: string): FileReading<C>;
  /** What a service says of itself, as nouns, where it has no files but answers. */
  inventory?(answers: Answers, settings: TargetSettings<P>): Promise<Inventory<C>>;
  /** Its site-to-site VPNs of IKEv1 with IKEv2 in their place, where what it answers is migrated. */
  migration?(answers: Answers): Promise<Migration>;
  /** Lines that only this platform prints, where it has configuration files: a file of another is known by them. */
  readonly prints?: readonly RegExp[];
  connect(target: { readonly id: string; readonly settings: TargetSettings<P> }, ports: Ports): Promise<Session<C, S>>;
}
