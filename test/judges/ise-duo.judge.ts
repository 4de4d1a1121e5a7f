import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { labKeys } from '../../lib/lab/devices/duo-admin';
import { scenario } from '../scenarios/026-ise-and-duo/network';
import { judge } from './support/judge';
import type { Network } from './support/network';
import { missingModules, python } from './support/python';
import { startScenario } from './support/services';

let network: Network;
const authority = (name: 'ise' | 'duo'): string => {
  const file = join(network.rig.room, `${name}-authority.pem`);
  writeFileSync(file, network.rig[name].ca);
  return file;
};

judge(
  'ciscoisesdk',
  'ISE: checks the certificate, creates a network device, reads it by name and in the list, changes a user of ours, deletes',
  missingModules('ciscoisesdk'),
  ({ agree }) => {
    beforeAll(async () => {
      network = await startScenario(scenario);
    });
    afterAll(() => network.close());

    test('ISE', async () => {
      const { host, port } = network.rig.ise;
      const told = await python('ise_client.py', { host, port, ca: authority('ise'), version: '3.3_patch_1' });
      agree('what it reads back', told, {
        created: 201,
        device: { addresses: ['192.0.2.240'], profile: 'Cisco' },
        names: ['branches', 'duo-proxy', 'headend', 'judge-router'],
        changed: 200,
        description: 'changed by a judge',
        deleted: 204,
      });
      agree('our drift', await network.drifted(), ['ise-internal-user/alice: add description: changed by a judge']);
    });
  },
);

judge(
  'duo_client',
  'Duo Admin API by host name: checks the certificate, signs, lists, creates a user, a group, a SAML application and a policy, changes a user of ours, deletes; a wrong key is refused',
  missingModules('duo_client'),
  ({ agree }) => {
    beforeAll(async () => {
      network = await startScenario(scenario);
    });
    afterAll(() => network.close());

    test('Duo', async () => {
      const { port } = network.rig.duo;
      const told = await python('duo_admin_client.py', {
        name: 'api-lab.duosecurity.com',
        port,
        ca: authority('duo'),
        ikey: labKeys.integrationKey,
        skey: labKeys.secretKey,
      });
      agree('what it reads back', told, {
        users: ['alice'],
        groups: ['VPN users', 'admins', 'judge group'],
        of_user: ['judge group'],
        phones: ['+15551234567'],
        integrations: ['RADIUS of the VPN'],
        realname: 'Alice Changed',
        saml: {
          metadata: ['cert', 'entity_id', 'metadata_url', 'slo_url', 'sso_url'],
          entity_id: 'https://vpn.example.net/saml/sp/metadata/judge',
        },
        policy: ['browsers', 'new_user'],
        refused: 'Received 400 Duplicate resource (username)',
        after: ['alice'],
        wrong: 'Received 401 Invalid signature in request credentials',
      });
      agree('our drift', await network.drifted(), [
        'duo-user/alice: remove realname: Alice Example',
        'duo-user/alice: add realname: Alice Changed',
      ]);
    });
  },
);
