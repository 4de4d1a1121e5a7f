/** A fleet from a table: what a line of it becomes, and what the rollout has of it. */
import { synthesised } from '../../support/seed-examples';

const { configs, manifests, said } = synthesised('fleet');

test('each line of the table is a router, and its tunnel has the network that is written down for it', () => {
  expect(said).toBe('');
  expect(Object.keys(configs).sort()).toEqual(['jaipur', 'mumbai', 'nagpur', 'pune']);
  expect(configs['jaipur']).toMatch(/interface Tunnel100\n ip address 10\.255\.0\.6 255\.255\.255\.254\n/);
  expect(configs['mumbai']).toMatch(/interface Tunnel103\n ip address 10\.255\.0\.7 255\.255\.255\.254\n/);
  expect(configs['mumbai']!.match(/^interface Tunnel\d+/gm)).toEqual([
    'interface Tunnel100',
    'interface Tunnel101',
    'interface Tunnel103',
  ]);
});

test('its devices have the labels that the rollout selects by', () => {
  const labels = manifests.flatMap(({ targets }) => targets).map(({ id, labels: own }) => [id, own]);
  expect(Object.fromEntries(labels)).toMatchObject({ pune: { region: 'south' }, jaipur: { region: 'north' } });
  expect(manifests[0]!.rollouts).toMatchObject([{ name: 'march' }]);
});
