import { existing } from '../../../../constructs/core/device-object';
import {
  IkeV2Keyring,
  IkeV2Profile,
  IpsecProfile,
  IpsecTransformSet,
  Secret,
  SkipClient,
  type VpnStack,
} from 'tunnelwright';
import { edge, problemsIn } from '../../../support/scenario';

const declared =
  (release: string) =>
  (stack: VpnStack): void => {
    const here = edge(stack, { release });
    const key = Secret.fromEnv('KEY');
    const source = new SkipClient(here, 'kms', {
      server: { host: 'kms.example.net', port: 443 },
      psk: { id: 'edge', key },
    });
    const keyring = new IkeV2Keyring(here, 'keys', {
      peers: [{ name: 'hub', address: '203.0.113.1', ppk: { dynamic: source, required: true } }],
    });
    const profile = new IkeV2Profile(here, 'profile', {
      matchRemoteAny: true,
      authenticationRemote: ['rsa-sig'],
      authenticationLocal: 'rsa-sig',
      trustpoints: [existing('cert-trustpoint', 'CA')],
      keyringPpk: keyring,
    });
    const transformSets = [new IpsecTransformSet(here, 'set', { encryption: 'aes-gcm-256' })];
    new IpsecProfile(here, 'esp', { transformSets, ikev2Profile: profile, pfs: { group: 19, pqc: ['mlkem768'] } });
  };

test('what a release does not know yet is said at synth, with the release that does', () => {
  const later = (what: string, train: string) =>
    `does not know ${what} → leave it out, or declare release ${train} or later`;
  expect(problemsIn(declared('17.9'))).toEqual([
    `net/edge/kms release 17.9 ${later('the SKIP client', '17.11')}`,
    `net/edge/keys release 17.9 ${later('peers[].ppk', '17.11')}`,
    `net/edge/profile release 17.9 ${later('keyringPpk', '17.11')}`,
    `net/edge/esp release 17.9 ${later('pfs.pqc', '26.1')}`,
  ]);
  expect(problemsIn(declared('17.12'))).toEqual([`net/edge/esp release 17.12 ${later('pfs.pqc', '26.1')}`]);
  expect(problemsIn(declared('26.1'))).toEqual([]);
});
