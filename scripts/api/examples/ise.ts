import { IseIdentityGroup, IseInternalUser, IseNetworkDevice, Secret } from 'tunnelwright';
import { on, type Examples } from '../example';

export const ise: Examples = {
  IseNetworkDevice: on('ise', (ise) => {
    new IseNetworkDevice(ise, 'duo-proxy', {
      addresses: ['192.0.2.97'],
      radiusSharedSecret: Secret.fromEnv('ISE_SECRET'),
      deviceGroups: ['Location#All Locations#Mumbai'],
    });
  }),
  IseInternalUser: on('ise', (ise) => {
    new IseInternalUser(ise, 'oncall', {
      password: Secret.fromEnv('ONCALL_PASSWORD'),
      email: 'oncall@example.net',
      groups: [IseIdentityGroup.fromExisting(ise, 'employees', 'Employee')],
    });
  }),
  IseIdentityGroup: on('ise', (ise) => {
    const employees = IseIdentityGroup.fromExisting(ise, 'employees', 'Employee');
    new IseInternalUser(ise, 'oncall', { password: Secret.fromEnv('ONCALL_PASSWORD'), groups: [employees] });
  }),
};
