/** `destroy` beside what others have on each platform: it must go with nothing that is not ours, and say what it left. */
import { NtpServers, InterfaceLines, type IosXeRouter } from 'tunnelwright';
import { expectNoStack, tw, type Ran } from '../support/command';
import { startRig, type Rig } from '../support/rig';
import { manifestOf } from '../support/scenario';
import { scenario as mesh } from '../scenarios/021-mesh-with-an-asa/network';
import { declare as oneRun } from '../scenarios/023-one-run/declared';
import { scenario as services } from '../scenarios/026-ise-and-duo/network';

let rig: Rig;
let file: string;
beforeEach(async () => {
  Object.assign(process.env, mesh.secrets, services.secrets, { RADIUS_KEY: 'Jw5-lynx,harbour' });
  rig = await startRig({ fmc: { deployMs: 0 } });
});
afterEach(() => rig.close());
const run = async (...args: readonly string[]): Promise<Ran> => {
  const ran = await tw(rig, [...args, '--manifest', file]);
  expectNoStack(ran);
  return ran;
};
const destroy = (...args: readonly string[]) => run('destroy', '--yes', '--allow-disruption', ...args);
type Named = Readonly<Record<string, unknown>> & { readonly id: string; readonly name: string };


test('explore edge', async () => {
  file = rig.save(manifestOf((stack) => { mesh.declare(stack, 'whole'); }));
  expect((await run('apply', '--yes', '--target', 'edge')).code).toBe(0);
  console.log(rig.edge.type('ip route 10.77.0.0 255.255.0.0 Tunnel100'));
  const gone = await destroy('--target', 'edge');
  console.log(gone.code, gone.out.slice(-800));
  console.log(rig.edge.runningConfig().match(/ip route.*/g));
});
test('explore services', async () => {
  file = rig.save(manifestOf((stack) => { services.declare(stack, 'whole'); }));
  const ran = await run('apply', '--yes');
  console.log(ran.code, ran.out.slice(-300));
  const groups = rig.duo.objects('/admin/v1/groups') as unknown as Named[];
  console.log(JSON.stringify(groups), JSON.stringify(rig.duo.objects('/admin/v1/users')), JSON.stringify(rig.duo.objects('/admin/v1/phones')));
  console.log(JSON.stringify(rig.ise.objects('networkdevice')));
  const vpn = groups.find(({ name }) => name === 'VPN users') as never as { group_id: string };
  try { console.log(rig.duo.touch('/admin/v1/users', { username: 'bob', groups: [{ group_id: vpn.group_id, name: 'VPN users' }] })); } catch (e) { console.log(e); }
  console.log(rig.ise.touch('networkdevice', { name: 'by-hand', NetworkDeviceIPList: [{ ipaddress: '192.0.2.211', mask: 32 }] }));
  const gone = await destroy();
  console.log(gone.code, gone.out);
  console.log(JSON.stringify(rig.duo.objects('/admin/v1/groups')), JSON.stringify(rig.duo.objects('/admin/v1/users')), JSON.stringify(rig.duo.objects('/admin/v1/phones')), JSON.stringify(rig.duo.objects('/admin/v3/integrations')));
  console.log(JSON.stringify(rig.ise.objects('networkdevice')));
});
test('explore proxy', async () => {
  file = rig.save(manifestOf((stack) => { oneRun(stack); }));
  console.log(rig.proxy.config());
  const ran = await run('apply', '--yes');
  console.log(ran.code, ran.out.slice(-300));
  rig.proxy.edit(rig.proxy.config() + '\n[radius_server_auto9]\nikey=DIXXXXXXXXXXXXXXXXXX\nport=1899\n');
  console.log(rig.proxy.config());
  const gone = await destroy();
  console.log(gone.code, gone.out);
  console.log(rig.proxy.config());
});
