import { FtdLoopback, NetworkGroup } from 'tunnelwright';
import type { Live } from '../../../lib/desired/item';
import { changeLines } from '../../../lib/plan/change-lines';
import { emptyLedger } from '../../../lib/plan/ledger';
import { plan } from '../../../lib/plan/plan';
import { platformOf } from '../../../lib/platforms';
import type { Manifest } from '../../../lib/run/manifest';
import { asa, fmc, manifestOf } from '../../support/scenario';

const plannedAs = ({ targets }: Manifest, isLive: boolean): readonly string[] => {
  const { platform, desired, id } = targets[0]!;
  const dialect = platformOf(platform).dialect;
  const live: Live<unknown> = new Map(
    isLive ? desired.items.map(({ content }) => [dialect.identity(content), content] as const) : [],
  );
  const input = { target: id, desired, live, ledger: emptyLedger(id), dialect, adopt: true };
  const all = plan({ ...input, unfinished: [], warnings: [] }).changes;
  return all.map((change) => `${change.action} ${changeLines(change).title}`);
};

/** One thing has one name in a plan, whatever becomes of it: where it is adopted as it stands, no line of it differs. */
test('an object of a command line is its line', () => {
  const manifest = manifestOf((stack) => void new NetworkGroup(asa(stack), 'SITES', { members: ['10.20.0.0/16'] }));
  expect([...plannedAs(manifest, false), ...plannedAs(manifest, true)]).toEqual([
    'create object-group network SITES',
    'adopt object-group network SITES',
  ]);
});

test('an object of a firewall of an FMC is of that firewall', () => {
  const manifest = manifestOf((stack) => {
    const center = fmc(stack);
    const device = center.ftd('branch-ftd');
    new FtdLoopback(center, 'Loopback1', { device, ifname: 'loop', address: '10.9.9.9/32' });
  });
  const [created, adopted] = [plannedAs(manifest, false), plannedAs(manifest, true)];
  expect(created).toEqual([expect.stringMatching(/^create .* of branch-ftd$/)]);
  expect(adopted).toEqual([created[0]!.replace('create', 'adopt')]);
});
