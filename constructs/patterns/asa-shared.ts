import type { Construct } from 'constructs';
import type { AsaFirewall } from '../devices/asa-firewall';
import { IkeV2Enable, type IkeV2EnableProps } from '../ikev2/ikev2-enable';
import { IkeV2Proposal } from '../ikev2/ikev2-proposal';
import { CryptoMap } from '../ipsec/crypto-map';
import type { CryptoMapEntry } from '../ipsec/crypto-map-entry';
import { CertTrustpoint } from '../pki/cert-trustpoint';
import type { CryptoSuite } from './crypto-suite';

/** What an ASA has once, however many VPNs of level 2 use it. */
const policies = new WeakMap<AsaFirewall, string[]>();
const sequences = new WeakMap<AsaFirewall, Map<string, number>>();

/** IKEv2 policies of an ASA are for all its VPNs: equal ones are one, and each other one takes the next place from 100. */
export const offerTo = (asa: AsaFirewall, ike: CryptoSuite['ike'], lifetime: number): void => {
  const known = policies.get(asa) ?? [];
  policies.set(asa, known);
  const text = JSON.stringify([ike, lifetime]);
  if (known.includes(text)) return;
  const name = String(100 + known.length * 10);
  known.push(text);
  new IkeV2Proposal(asa, `ikev2-policy-${name}`, { name, ...ike, lifetime });
};

/** IKEv2 on an interface, unless the program declared that itself. */
export const enableOn = (asa: AsaFirewall, name: string, props: Omit<IkeV2EnableProps, 'name'> = {}): void => {
  const there = asa.node.findAll().some((each) => each instanceof IkeV2Enable && each.ref.name === name);
  if (!there) new IkeV2Enable(asa, `ikev2-${name}`, { name, ...props });
};

/** The place of one more entry in a crypto map. */
export const nextSequence = (asa: AsaFirewall, map: string): number => {
  const known = sequences.get(asa) ?? new Map<string, number>();
  sequences.set(asa, known);
  const next = (known.get(map) ?? 0) + 10;
  known.set(map, next);
  return next;
};

/** The crypto map of an interface, with one more entry. */
export const mapOn = (asa: AsaFirewall, name: string, port: string, entry: CryptoMapEntry): void => {
  const there = asa.node.tryFindChild(`crypto-map-${name}`) as CryptoMap | undefined;
  if (there) there.addEntry(entry);
  else new CryptoMap(asa, `crypto-map-${name}`, { name, interfaces: [port], entries: [entry] });
};

/** A trustpoint that the program declared before on the ASA, else one that is there. */
export const asaTrustpoint = (scope: Construct, name: string) =>
  scope.node.root.node
    .findAll()
    .find(
      (each): each is CertTrustpoint =>
        each instanceof CertTrustpoint && each.ref.name === name && each.node.scopes.includes(scope),
    ) ?? CertTrustpoint.fromExisting(name);
