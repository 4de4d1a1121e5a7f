import type { AnyRest, Undeclared } from '../../../desired/rest/grammar';
import type { Kind } from '../../../model/nouns';
import { overriddenBy } from './object-overrides';

type Bag = Record<string, unknown>;

/** Whether one can be overridden says its object. */
const ofOverrides = Object.fromEntries(
  [...overriddenBy.values()].map((kind): [Kind, Undeclared] => [kind, { derived: ['overridable'] }]),
);

/** What IPv6 of an interface is where nothing is said of it (examples of the specification). */
const ipv6Defaults = {
  '#ipv6.dadAttempts': 1,
  '#ipv6.enableIPV6DadLoopbackDetect': true,
  '#ipv6.enableRA': true,
  '#ipv6.nsInterval': 1000,
  '#ipv6.raInterval': 200,
  '#ipv6.raLifeTime': 1800,
};

/** What the FMC fills in by itself, beyond what is empty or off. */
const known: Readonly<Partial<Record<Kind, Undeclared>>> = {
  'tunnel-interface': {
    // It follows from the address.
    derived: ['ipv6.enableIPV6'],
    defaults: { '#MTU': 1500, '#mode': 'NONE', '#ipAddressAssignmentType': 'MANUAL_IP', ...ipv6Defaults },
  },
  'ftd-dynamic-tunnel': {
    derived: ['ipv6.enableIPV6'],
    defaults: { '#MTU': 1500, '#mode': 'NONE', ...ipv6Defaults },
  },
  'ftd-loopback': { derived: ['ipv6.enableIPV6'], defaults: { '#MTU': 1500, '#mode': 'NONE', ...ipv6Defaults } },
  // Of identity policies and captive portals, as the specification says them.
  realm: {
    derived: ['realmId', 'realm_id'],
    defaults: Object.fromEntries(
      ['auth', 'tsAgent', 'activeAuth', 'failedAuth', 'guest'].map((of) => [`#${of}SessionTimeout`, 1440]),
    ),
  },
  // A noun of its own says it.
  'ra-vpn-policy': { derived: ['localRealmServer'] },
  // Interfaces say in which zone they are.
  'security-zone': { derived: ['interfaces'] },
  // The FMC gives each rule a variable set, which an intrusion policy uses; comments tell who wrote what.
  'access-rule': { derived: ['variableSet', 'commentHistoryList'] },
  'vpn-endpoint': { derived: ['extranetType'] },
  ...ofOverrides,
};

/** It is one member of another object: what else is in that is not its own. */
const inside: ReadonlySet<Kind> = new Set<Kind>(['ra-local-realm']);

/** Grammars of which also that is shown which no field has: it may widen what a VPN lets through. */
export const withUndeclared = <G extends Readonly<Record<Kind, unknown>>>(all: G): G =>
  Object.fromEntries(
    (Object.entries(all) as [Kind, AnyRest<Bag>][]).map(([kind, grammar]) => [
      kind,
      grammar.form === 'object' && !inside.has(kind) ? { ...grammar, undeclared: known[kind] ?? {} } : grammar,
    ]),
  ) as unknown as G;
