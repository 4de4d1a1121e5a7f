import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../../../kernel/json';
import type { IseStore, Kept } from './objects';

const named = (...names: readonly string[]): Kept[] => names.map((name) => ({ id: randomUUID(), body: { name } }));
const groups = (): Kept[] =>
  ['Employee', 'Contractors'].map((name, i) => ({
    id: `a1740510-8c01-11e6-996c-52540000000${i}`,
    body: { name },
  }));
const deviceGroup = (name: string): Kept => ({
  id: randomUUID(),
  body: { name, ndgtype: name.split('#')[0]!, description: '' } satisfies JsonObject,
});

/**
 * What an ISE has before anybody writes to it, as far as programs name it: the identity groups Employee and Contractors, a
 * join point, and sources of users, one of which is a RADIUS token server.
 */
export const startingObjects = (): IseStore =>
  new Map<string, Kept[]>([
    ['networkdevice', []],
    ['internaluser', []],
    ['identitygroup', groups()],
    [
      'networkdevicegroup',
      ['Location#All Locations', 'Device Type#All Device Types', 'IPSEC#Is IPSEC Device'].map(deviceGroup),
    ],
    ['activedirectory', named('example.net')],
    ['certificateprofile', named('Preloaded_Certificate_Profile')],
    // Of no API: sources as rules and sequences name them.
    ['identitysource', named('Internal Users', 'All_User_ID_Stores', 'example.net', 'Duo-Token')],
    ['idstoresequence', []],
    ['allowedprotocols', named('Default Network Access')],
    ['externalradiusserver', []],
    ['radiusserversequence', []],
    ['downloadableacl', named('PERMIT_ALL_IPV4_TRAFFIC')],
    ['authorizationprofile', named('PermitAccess', 'DenyAccess')],
  ]);
