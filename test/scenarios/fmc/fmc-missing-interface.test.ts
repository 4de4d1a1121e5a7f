import { FtdBgp, TunnelInterface, type VpnStack } from 'tunnelwright';
import type { Manifest } from '../../../lib/run/manifest';
import { apply, plan, plans } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { fmc, manifestOf } from '../../support/scenario';

const only = { target: 'fmc' };
/** A tunnel out of an interface of the pair, by its logical name. */
const out = (source: string): Manifest =>
  manifestOf((stack: VpnStack) => {
    const pair = fmc(stack).ftd('mumbai-pair');
    new FtdBgp(pair, 'bgp', { asn: 65010, neighbors: [{ address: '10.58.1.2', remoteAs: 65011 }] });
    new TunnelInterface(pair, 'tunnel', { name: 'Tunnel9', ifname: 'pune', source, address: '10.58.1.1/30' });
  });

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

test('an interface that the firewall has not is said by the plan, before anything is staged', async () => {
  const blocked = async (source: string) => plans(await plan(rig, out(source), only)).flatMap((one) => one.blocked);
  expect(await blocked('outside')).toEqual([]);
  expect(await blocked('Outsid')).toMatchObject([
    {
      path: 'net/fmc/mumbai-pair/tunnel',
      message: 'refers to interface Outsid of mumbai-pair, which is not on fmc',
      hint: 'there is outside: is that meant? Else make it there first',
    },
  ]);
  const before = rig.fmc.log.length;
  await apply(rig, out('Outsid'), only);
  expect(rig.fmc.log.slice(before).filter(({ method, path }) => method !== 'GET' && !path.includes('/auth/'))).toEqual(
    [],
  );
});
