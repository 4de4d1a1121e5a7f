import { NetworkObject, NetworkObjectOverride } from 'tunnelwright';
import { rehearsed } from '../../support/rehearsed';
import { fmc, manifestOf } from '../../support/scenario';

test('a program for a sub-domain is tried in a lab: what it only refers to is there, and can be overridden', async () => {
  const manifest = manifestOf((stack) => {
    const center = fmc(stack, { domain: 'Global/Branch' });
    const own = new NetworkObject(center, 'own', { value: '10.40.0.0/16', overridable: true });
    const object = NetworkObject.fromExisting(center, 'corporate', 'corporate');
    const pune = center.ftd('pune');
    new NetworkObjectOverride(pune, 'own', { object: own, value: '10.41.0.0/16' });
    new NetworkObjectOverride(pune, 'corporate', { object, value: '10.42.0.1' });
  });
  expect(await rehearsed(manifest)).toEqual([]);
});
