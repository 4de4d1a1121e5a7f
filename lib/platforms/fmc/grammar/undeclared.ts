import type { AnyRest, Undeclared } from '../../../desired/rest/grammar';
import type { Kind } from '../../../model/nouns';
import { overriddenBy } from './object-overrides';

type Bag = Record<string, unknown>;

/** Whether one can be overridden says its object. */
const ofOverrides = Object.fromEntries(
  [...overriddenBy.values()].map((kind): [Kind, Undeclared] => [kind, { derived: ['overridable'] }]),
);

/** What the FMC fills in by itself, beyond what is empty or off. */
const known: Readonly<Partial<Record<Kind, Undeclared>>> = {
  'tunnel-interface': { defaults: { '#MTU': 1500, '#mode': 'NONE', '#ipAddressAssignmentType': 'MANUAL_IP' } },
  'ftd-dynamic-tunnel': { defaults: { '#MTU': 1500, '#mode': 'NONE' } },
  'ftd-loopback': { defaults: { '#MTU': 1500, '#mode': 'NONE' } },
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
