import {
  AccessList,
  CryptoMap,
  CryptoMapEntry,
  DynamicMap,
  IkeV2Profile,
  IpsecGlobal,
  IpsecProfile,
  IpsecTransformSet,
} from 'tunnelwright';
import { on, type Examples } from '../example';

export const ipsec: Examples = {
  IpsecTransformSet: on(['iosxe', 'asa', 'fmc'], (device) => {
    new IpsecTransformSet(device, 'STRONG-ESP', { encryption: 'aes-gcm-256' });
  }),
  IpsecProfile: [
    on('iosxe', (edge) => {
      const strong = new IpsecTransformSet(edge, 'STRONG-ESP', { encryption: 'aes-gcm-256' });
      new IpsecProfile(edge, 'PUNE', {
        transformSets: [strong],
        ikev2Profile: IkeV2Profile.fromExisting(edge, 'pune', 'PUNE-IKE'),
        lifetimeSeconds: 3600,
        pfs: 19,
      });
    }),
    on('asa', (asa) => {
      const strong = new IpsecTransformSet(asa, 'STRONG-ESP', { encryption: 'aes-gcm-256' });
      new IpsecProfile(asa, 'PUNE', { transformSets: [strong], lifetimeSeconds: 3600, pfs: 19 });
    }),
  ],
  IpsecGlobal: on('iosxe', (edge) => {
    new IpsecGlobal(edge, 'ipsec', { lifetimeSeconds: 3600, replayWindow: 1024, dfBit: 'clear' });
  }),
  CryptoMap: on('asa', (asa) => {
    const traffic = new AccessList(asa, 'MUMBAI-PUNE', {
      entries: [{ action: 'permit', source: '10.20.0.0/16', destination: '10.30.0.0/16' }],
    });
    const strong = new IpsecTransformSet(asa, 'STRONG-ESP', { encryption: 'aes-gcm-256' });
    const pune = new CryptoMapEntry(asa, 'pune', {
      map: 'OUTSIDE-MAP',
      sequence: 10,
      match: traffic,
      peers: ['203.0.113.10'],
      proposals: [strong],
    });
    new CryptoMap(asa, 'OUTSIDE-MAP', { interfaces: ['outside'], entries: [pune] });
  }),
  CryptoMapEntry: on('asa', (asa) => {
    const traffic = new AccessList(asa, 'MUMBAI-PUNE', {
      entries: [{ action: 'permit', source: '10.20.0.0/16', destination: '10.30.0.0/16' }],
    });
    const strong = new IpsecTransformSet(asa, 'STRONG-ESP', { encryption: 'aes-gcm-256' });
    const pune = new CryptoMapEntry(asa, 'pune', {
      map: 'OUTSIDE-MAP',
      sequence: 10,
      match: traffic,
      peers: ['203.0.113.10'],
      proposals: [strong],
      pfs: 19,
      lifetimeSeconds: 3600,
    });
    new CryptoMap(asa, 'OUTSIDE-MAP', { interfaces: ['outside'], entries: [pune] });
  }),
  DynamicMap: on('asa', (asa) => {
    const strong = new IpsecTransformSet(asa, 'STRONG-ESP', { encryption: 'aes-gcm-256' });
    const clients = new DynamicMap(asa, 'CLIENTS', {
      entries: [{ sequence: 10, proposals: [strong], reverseRoute: true }],
    });
    // Peers whose address is not known come last, behind all others.
    const last = new CryptoMapEntry(asa, 'clients-entry', { map: 'OUTSIDE-MAP', sequence: 65535, dynamic: clients });
    new CryptoMap(asa, 'OUTSIDE-MAP', { interfaces: ['outside'], entries: [last] });
  }),
};
