import { scenario } from '../scenarios/008-fmc-level-1/network';
import { judge } from './support/judge';
import type { Network } from './support/network';
import { missingModules, python } from './support/python';
import { startScenario } from './support/services';

judge(
  'fmcapi',
  'FMC: hosts, a group, an IKEv2 policy, a topology with two endpoints, another lifetime in a policy of ours, deploys',
  missingModules('fmcapi'),
  ({ agree }) => {
    let network: Network;
    beforeAll(async () => {
      network = await startScenario(scenario);
    });
    afterAll(() => network.close());

    test('FMC', async () => {
      const { host, port } = network.rig.fmc;
      const told = await python('fmcapi_client.py', { host, port });
      agree('what it reads back', told, {
        version: '7.4.1 (build 172)',
        group: ['judge-one', 'judge-two'],
        literals: [{ type: 'Network', value: '10.89.0.0/16' }],
        policy: {
          priority: 77,
          lifetimeInSeconds: 3600,
          encryptionAlgorithms: ['AES-256'],
          diffieHellmanGroups: [20],
        },
        hosts: ['judge-one', 'judge-two'],
        endpoints: ['branch-ftd', 'judge-far'],
        pending: ['branch-ftd'],
        deployment: 'DeploymentRequest',
      });
      agree('our drift', await network.drifted(), [
        'ikev2-policy/PARTNER: remove lifetimeInSeconds: 43200',
        'ikev2-policy/PARTNER: add lifetimeInSeconds: 1800',
      ]);
    });
  },
);
