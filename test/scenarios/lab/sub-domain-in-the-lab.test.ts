import { FtdBgp, NetworkObject, NetworkObjectOverride, type Fmc, type FmcProps } from 'tunnelwright';
import type { Manifest } from '../../../lib/run/manifest';
import { scenario as twoDomains } from '../057-two-domains/network';
import { rehearsed } from '../../support/rehearsed';
import { fmc, manifestOf } from '../../support/scenario';

let stacks = 0;
/** A program of one target, with a stack and so a ledger of its own. */
const fmcWith = (props: Partial<FmcProps>, declare: (center: Fmc) => void): Manifest => ({
  ...manifestOf((stack) => declare(fmc(stack, props))),
  stack: `net${++stacks}`,
});

test('a program for a sub-domain is tried in a lab: what it only refers to is there, and can be overridden', async () => {
  const manifest = manifestOf((stack) => {
    const center = fmc(stack, { domain: 'Global/Branch' });
    const own = new NetworkObject(center, 'own', { value: '10.40.0.0/16', overridable: true });
    const object = NetworkObject.fromExisting(center, 'corporate', 'corporate');
    const pune = center.ftd('pune');
    new NetworkObjectOverride(pune, 'own', { object: own, value: '10.41.0.0/16' });
    new NetworkObjectOverride(pune, 'corporate', { object, value: '10.42.0.1' });
  });
  expect(await rehearsed(manifest)).toEqual([]);
});

test('two domains of one FMC are tried in one lab, and what one makes for the other comes with it', async () => {
  Object.assign(process.env, twoDomains.secrets);
  const manifest = manifestOf((stack) => twoDomains.declare(stack, 'whole'));
  expect(await rehearsed(manifest)).toEqual(['branch partner DOWN (TUNNEL_DOWN)']);
});

test('programs of one domain each, however it is spelt, and two of the same share its FMC', async () => {
  const named = (id: string) => fmcWith({}, (center) => void new NetworkObject(center, id, { value: '10.20.0.0/16' }));
  const sub = (domain: string, firewall: string) =>
    fmcWith({ domain }, (center) => {
      const object = NetworkObject.fromExisting(center, 'corporate', 'corporate');
      const ftd = center.ftd(firewall);
      new FtdBgp(ftd, 'bgp', {
        asn: 65010,
        neighbors: [{ address: '192.0.2.9', remoteAs: 64512 }],
        networks: [object],
      });
    });
  const others = [sub('global/branch', 'pune'), sub('Global \\ Branch', 'agra'), sub('Global/Branch/Goa', 'goa')];
  expect(await rehearsed(named('corporate'), ...others)).toEqual([]);
});
