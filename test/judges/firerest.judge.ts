import { scenario } from '../scenarios/008-fmc-level-1/network';
import { judge } from './support/judge';
import type { Network } from './support/network';
import { missingModules, python } from './support/python';
import { startScenario } from './support/services';

judge(
  'fireREST',
  'FMC: hosts in bulk, a group, an IKEv2 policy, a topology with an endpoint, another value in a network of ours; deletes, is refused what is in use, deploys',
  missingModules('fireREST'),
  ({ agree }) => {
    let network: Network;
    beforeAll(async () => {
      network = await startScenario(scenario);
    });
    afterAll(() => network.close());

    test('FMC', async () => {
      const { host, port } = network.rig.fmc;
      const told = await python('firerest_client.py', { host, port });
      agree('what it reads back', told, {
        version: '7.4.1',
        group: ['rest-0', 'rest-1', 'rest-2'],
        policy: 7200,
        endpoints: ['rest-far'],
        left: [],
        refused: 'Cannot delete rest-0',
        pending: ['branch-ftd'],
        undeployed: [],
      });
      agree('our drift', await network.drifted(), [
        'network-object/partner-net: remove value: 10.80.0.0/16',
        'network-object/partner-net: add value: 10.81.0.0/16',
      ]);
    });
  },
);
