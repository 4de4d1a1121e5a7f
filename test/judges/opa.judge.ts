/** The policy of docs/how-to/review-a-plan.md, asked of plans by Open Policy Agent itself. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { planned } from '../../lib/cli/output/report';
import { terraformJson } from '../../lib/plan/terraform-json';
import type { Manifest } from '../../lib/run/manifest';
import { scenario } from '../scenarios/002-pre-shared-key/network';
import { plan } from '../support/engine';
import { manifestOf, type Scenario } from '../support/scenario';
import { judge } from './support/judge';
import type { Network } from './support/network';
import { startScenario } from './support/services';

const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'tunnelwright');
/** `.ci/run` builds it there, where Go is. */
const opa = [join(cache, 'opa/bin'), ...(process.env['PATH'] ?? '').split(delimiter)]
  .map((folder) => join(folder, 'opa'))
  .find((file) => existsSync(file));

const page = readFileSync(join(__dirname, '../../docs/how-to/review-a-plan.md'), 'utf8');
const policy = /```rego\n([^]*?)```/.exec(page)![1]!;

judge(
  'Open Policy Agent',
  'the policy that the documentation shows, of plans: one that changes nothing, one that drops a tunnel, one of a router that is not reached',
  opa === undefined ? 'not built (go install github.com/open-policy-agent/opa@v1.4.2)' : undefined,
  ({ agree }) => {
    let network: Network;
    const room = mkdtempSync(join(tmpdir(), 'opa-'));
    beforeAll(async () => {
      network = await startScenario(scenario);
    });
    afterAll(async () => {
      await network.close();
      rmSync(room, { recursive: true, force: true });
    });

    const denied = async (manifest: Manifest): Promise<unknown> => {
      const [rego, input] = [join(room, 'vpn.rego'), join(room, 'plan.json')];
      writeFileSync(rego, policy);
      writeFileSync(input, JSON.stringify(terraformJson((await plan(network.rig, manifest)).map(planned))));
      const words = ['eval', '--strict', '--format', 'raw', '--data', rego, '--input', input, 'data.vpn.deny'];
      const { stdout, stderr } = spawnSync(opa!, words, { encoding: 'utf8' });
      return stdout === '' ? stderr : (JSON.parse(stdout) as unknown);
    };
    const of = (variant: Parameters<Scenario['declare']>[1]): Manifest =>
      manifestOf((stack) => scenario.declare(stack, variant));

    test('it lets a plan of nothing pass', async () => agree('what it denies', await denied(of('whole')), []));
    test('it names the tunnels that would drop', async () => {
      agree('tunnels', await denied(of('nothing')), [
        'net.edge.tunnel-interface/Tunnel7 drops Tunnel7',
        'net.fmc.ikev2-policy/branch drops branch',
        'net.fmc.ipsec-transform-set/branch drops branch',
        'net.fmc.tunnel-interface/branch-ftd/Tunnel100 drops branch',
        'net.fmc.vpn-endpoint/branch/branch-ftd drops branch',
        'net.fmc.vpn-endpoint/branch/edge drops branch',
        'net.fmc.vpn-topology/branch drops branch',
      ]);
    });
    test('it names what could not be read', async () => {
      await network.rig.edge.close();
      agree('targets', await denied(of('whole')), ['edge could not be read']);
    });
  },
);
