import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asa } from '../../../../lib/platforms/asa';

const sample = join(__dirname, '../../../../../shared/samples/show/ntc_cisco_asa_show_running-config_tunnel-group.raw');

test('the tunnel groups of a real ASA are understood line by line', () => {
  if (!existsSync(sample)) {
    console.log('skipped: the sample of tunnel groups is not in ../shared/samples');
    return;
  }
  const found = asa.read!(readFileSync(sample, 'utf8')).inspection;
  expect(found.nouns.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'tunnel-group tun01',
    'tunnel-group 10.15.20.25',
    'tunnel-group 10.20.30.40',
  ]);
  expect(found.unknown).toEqual([]);
  const [first] = found.nouns;
  expect(first!.props).toMatchObject({
    type: 'remote-access',
    general: { defaultGroupPolicy: { name: 'default_gpol' }, stripRealm: true, authorizationRequired: true },
    webvpn: { authentication: 'aaa certificate', aliases: ['grpalias'] },
    ipsec: { remoteEap: 'query-identity', remoteCertificate: true, localCertificate: { name: 'cert' } },
  });
  expect(JSON.stringify(found)).not.toContain('*****');
});
