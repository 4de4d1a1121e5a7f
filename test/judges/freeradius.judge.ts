/** The users file that Tunnelwright writes, read and answered by FreeRADIUS itself. */
import { join } from 'node:path';
import { ClientFiles, RadiusAuthorization, Secret } from 'tunnelwright';
import { apply, states } from '../support/engine';
import { missingFreeRadius, startFreeRadius, type FreeRadius } from '../support/freeradius';
import { startRig, type Rig } from '../support/rig';
import { manifestOf } from '../support/scenario';
import { judge } from './support/judge';

const secret = 'Kd7-lantern-violet-6';
const secrets = { USER_SADKS: 'Ty6;orchid #7 %{User-Name}', USER_STAFF: 'cisco' };

judge(
  'FreeRADIUS',
  'reads the users file that we write, answers with exactly the declared attributes, refuses a wrong password, takes EAP-MD5 and EAP-MSCHAPv2',
  missingFreeRadius,
  ({ agree }) => {
    let rig: Rig;
    let server: FreeRadius;
    beforeAll(async () => {
      Object.assign(process.env, secrets);
      rig = await startRig();
      const folder = join(rig.room, 'radius');
      const manifest = manifestOf((stack) => {
        const files = new ClientFiles(stack, 'radius', { folder });
        new RadiusAuthorization(files, 'users', {
          entries: [
            {
              name: 'sadks',
              password: Secret.fromEnv('USER_SADKS'),
              attributes: {
                framedIpAddress: '10.0.0.77',
                framedIpNetmask: '255.255.255.0',
                dnsServers: ['10.106.60.12', '10.106.60.13'],
                routeSetPrefixes: ['192.168.11.0/24', '192.168.12.0/24'],
                interfaceConfig: ['vrf forwarding RED', 'ip unnumbered Loopback1'],
                acctInterimInterval: 300,
              },
            },
            { name: 'staff', password: Secret.fromEnv('USER_STAFF'), attributes: { addressPool: 'staff-pool' } },
          ],
        });
      });
      expect(states(await apply(rig, manifest))).toEqual({ radius: 'applied' });
      server = await startFreeRadius(join(folder, 'users'), secret);
    });
    afterAll(async () => {
      await server?.close();
      await rig.close();
    });
    const login = (user: string, password: string) =>
      server.ask([`User-Name = '${user}'`, `User-Password = '${password}'`]);

    test('answers with exactly the declared attributes, in their order', () => {
      agree('declared attributes', login('sadks', secrets.USER_SADKS), {
        code: 'Access-Accept',
        attributes: [
          'Framed-IP-Address = 10.0.0.77',
          'Framed-IP-Netmask = 255.255.255.0',
          'Cisco-AVPair = "ipsec:dns-servers=10.106.60.12 10.106.60.13"',
          'Cisco-AVPair = "ipsec:route-set=prefix 192.168.11.0/24"',
          'Cisco-AVPair = "ipsec:route-set=prefix 192.168.12.0/24"',
          'Cisco-AVPair = "ip:interface-config=vrf forwarding RED"',
          'Cisco-AVPair = "ip:interface-config=ip unnumbered Loopback1"',
          'Acct-Interim-Interval = 300',
        ],
      });
      agree('a pool', login('staff', 'cisco'), {
        code: 'Access-Accept',
        attributes: ['Cisco-AVPair = "ipsec:addr-pool=staff-pool"'],
      });
    });

    test('refuses a wrong password and an unknown user, and gives them nothing', () => {
      agree('a wrong password', login('sadks', 'wrong'), { code: 'Access-Reject', attributes: [] });
      agree('an unknown user', login('nobody', 'cisco'), { code: 'Access-Reject', attributes: [] });
    });

    test.each(['MD5', 'MSCHAPV2'] as const)('takes EAP-%s with the declared password and no other', (method) => {
      agree('the password', server.eap(method, 'sadks', secrets.USER_SADKS), true);
      agree('another one', server.eap(method, 'sadks', 'wrong'), false);
    });
  },
);
