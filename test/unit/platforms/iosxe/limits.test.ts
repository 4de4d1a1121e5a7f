import { IkeV2Proposal } from 'tunnelwright';
import { edge, problemsIn } from '../../../support/scenario';

test('algorithms that only firewalls know are refused, each with what to write', () => {
  expect(
    problemsIn((stack) => {
      const router = edge(stack);
      new IkeV2Proposal(router, 'firewall', { encryption: ['aes-gcm-192'], prf: ['sha512'], group: [31] });
      new IkeV2Proposal(router, 'router', { encryption: ['aes-gcm-256'], prf: ['sha512'], group: [21] });
    }),
  ).toEqual([
    'net/edge/firewall encryption: IOS-XE has no aes-gcm-192 in IKEv2 → write aes-gcm-256',
    'net/edge/firewall group: IOS-XE has no group 31 → write 19, 20 or 21',
  ]);
});
