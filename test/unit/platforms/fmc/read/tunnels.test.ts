import type { RestObject } from '../../../../../lib/desired/rest/object';
import { nameTable } from '../../../../../lib/desired/rest/names';
import type { FmcContext } from '../../../../../lib/platforms/fmc/context';
import { sessionsOf, statesOf } from '../../../../../lib/platforms/fmc/read/tunnels';
import { notFound } from '../../../../../lib/wire/https';

const topology = (name: string) => ({ kind: 'vpn-topology', identity: `ftds2svpns:${name}`, name }) as RestObject;
const names = () => nameTable({ code: 'fmc', title: 'the FMC' });
const status = (vpn: string, spoke: string, state: string) => ({
  vpnTopology: { name: vpn },
  state,
  peerA: { device: { name: 'hub' } },
  peerB: { device: { name: spoke } },
});

test('a hub of three spokes is three tunnels, each with its ends; one that is not deployed is said by its topology', () => {
  const all = [
    status('branches', 'pune', 'TUNNEL_UP'),
    status('branches', 'delhi', 'TUNNEL_DOWN'),
    status('branches', 'goa', 'TUNNEL_UP'),
    status('of-others', 'elsewhere', 'TUNNEL_DOWN'),
  ];
  expect(statesOf([topology('branches'), topology('new')], names(), all)).toEqual([
    { name: 'branches: hub - pune', up: true, detail: 'TUNNEL_UP' },
    { name: 'branches: hub - delhi', up: false, detail: 'TUNNEL_DOWN' },
    { name: 'branches: hub - goa', up: true, detail: 'TUNNEL_UP' },
    { name: 'new', up: false, detail: 'not deployed' },
  ]);
});

test('a topology that somebody has renamed is known by its id, and one that bears its name is not it', () => {
  const known = names();
  known.learn('ftds2svpns:branches', { id: '1', type: 'FTDS2SVpn', name: 'renamed', parts: {} });
  const of = (id: string, name: string) => ({ ...status(name, 'pune', 'TUNNEL_UP'), vpnTopology: { id, name } });
  expect(statesOf([topology('branches')], known, [of('1', 'renamed'), of('2', 'branches')])).toEqual([
    { name: 'branches', up: true, detail: 'TUNNEL_UP' },
  ]);
});

test('a version without the list says nothing of tunnels; an account that may not read it is told so', async () => {
  const asking = (status: number) => {
    const error = Object.assign(notFound('health/tunnelstatuses'), { response: { status } });
    const context = {
      staged: new Set(),
      target: { settings: { deploy: true } },
      client: { list: () => Promise.reject(error) },
    };
    return sessionsOf(context as unknown as FmcContext, [topology('branches')]);
  };
  await expect(asking(404)).resolves.toEqual({});
  await expect(asking(403)).rejects.toMatchObject({ response: { status: 403 } });
});
