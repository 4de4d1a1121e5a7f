import {
  outsideBody,
  embedded,
  field,
  number,
  refused,
  same,
  type RestGrammar,
  type Wire,
  type Written,
} from '../../../desired/rest/grammar';
import { secretWire } from '../../../desired/rest/object';
import type { Json, JsonObject } from '../../../kernel/json';
import type { NounOf } from '../../../model/nouns';
import { secretMarker, type SecretRef } from '../../../model/secret';
import { overridable } from './objects';
import { reference } from './reference';
import { capitals, flag, switched } from './words';

type Group = NounOf<'aaa-server-group'>;
const zone = reference('security-zone');
const list = reference('access-list');

const without = (members: Readonly<Record<string, Json | undefined>>): JsonObject =>
  Object.fromEntries(Object.entries(members).filter((entry): entry is [string, Json] => entry[1] !== undefined));

/** Versions differ in what it is where nothing is said: it is left so. */
const signed = 'enableMessageAuthenticator';

/** One server as it is compared; defaults that the FMC fills in stand in it. */
const canonical = (json: Json): Json => {
  const server = json as JsonObject;
  return without({
    host: server['host'],
    authenticationPort: Number(server['authenticationPort'] ?? 1812),
    accountingPort: Number(server['accountingPort'] ?? 1813),
    timeout: Number(server['timeout'] ?? 10),
    enableMessageAuthenticator: server[signed],
    useRoutingToSelectInterface: server['interface'] === undefined,
    interface: server['interface'] && zone.canonical!(server['interface']),
    redirectACL: server['redirectACL'] && list.canonical!(server['redirectACL']),
    secretKey: server['secretKey'],
  });
};

/** It stands in the groups that name it. */
export const radiusServer = embedded<NounOf<'radius-server'>>(({ timeout, retransmit, automateTester, pacKey }) => [
  ...(automateTester === undefined
    ? []
    : [['automateTester', 'the FMC asks no server by itself: leave it out'] as const]),
  ...(pacKey === undefined ? [] : [['pacKey', 'the FMC has no such key here: leave it out'] as const]),
  ...(timeout !== undefined && timeout > 300
    ? [['timeout', `${timeout} is too long for the FMC: write 1 to 300 seconds`] as const]
    : []),
  ...(retransmit === undefined
    ? []
    : [['retransmit', 'the FMC asks again by the retryInterval of the group: leave it out'] as const]),
]);

/** The FMC keeps the servers inside the group. Their keys are never answered. */
const servers: Written<NonNullable<Group['servers']>> = {
  form: 'written',
  leaves: [
    {
      part: '',
      at: 'radiusServers',
      masked: 'secretKey',
      whereDeclared: [signed],
      undeclared: (server) => without({ [signed]: server[signed] }),
      canonical: (json) => (json as readonly Json[]).map(canonical),
    },
  ],
  write: (refs, look) => [
    refs.map((ref) => {
      const server = look.noun('radius-server', ref.name)!;
      return without({
        host: server.address.host,
        authenticationPort: server.address.authPort,
        accountingPort: server.address.acctPort,
        timeout: server.timeout ?? 10,
        enableMessageAuthenticator: server.messageAuthenticator,
        useRoutingToSelectInterface: server.zone === undefined,
        interface: server.zone && zone.to(server.zone, look),
        redirectACL: server.redirectList && list.to(server.redirectList, look),
        secretKey: secretWire.to(server.key),
      });
    }),
  ],
  read: () => undefined,
};

/** A number that stands beside a switch, and only while it is declared. */
const counted = (enabled: string, value: string): Written<number> => {
  const { leaves, write, read } = switched(enabled, value, { enabled: false });
  return { form: 'written', leaves, write, read: (values) => read(values) || undefined };
};
const merge = capitals(['before', 'after'] as const, {
  before: 'MERGE_DACL_BEFORE_AV_PAIR_ACL',
  after: 'MERGE_DACL_AFTER_AV_PAIR_ACL',
});
const mergeDownloadedList: Written<NonNullable<Group['mergeDownloadedList']>> = {
  form: 'written',
  leaves: [
    ...field('enableMergeDacl', flag, { absent: false }).leaves,
    ...field('mergeDaclPlacementOrder', merge, { only: { at: 'enableMergeDacl', is: true } }).leaves,
  ],
  write: (value, look) => [true, merge.to(value, look)],
  read: ([is, order]) => (is === true && order !== undefined ? merge.from(order) : undefined),
};

export const aaaServerGroup: RestGrammar<Group> = {
  form: 'object',
  collection: 'object/radiusservergroups',
  key: 'radiusservergroups',
  type: 'RadiusServerGroup',
  fixed: () => ({ '': { type: 'RadiusServerGroup' } }),
  unwritable: ({ type }) =>
    type === 'radius'
      ? []
      : [
          [
            'type',
            "LDAP servers are a realm on the FMC: write Realm with type: 'ldap', and give it where users log in",
          ],
        ],
  required: ['servers'],
  fields: {
    type: outsideBody,
    servers,
    privateServers: refused('write a RadiusServer for each and give them as servers'),
    sourceInterface: refused('on the FMC each server has it: write zone of the RadiusServer'),
    vrf: refused('the FMC has no VRF here: leave vrf out'),
    deadtime: refused('the FMC has no such time: write retryInterval'),
    retryInterval: field('retryInterval', number, { absent: 10 }),
    accountingMode: field('groupAccountingMode', capitals(['single', 'multiple'] as const), { absent: 'SINGLE' }),
    authorizeOnly: field('enableAuthorizeOnly', flag, { absent: false }),
    interimAccountingMinutes: counted('enableInterimAccountUpdate', 'interimAccountUpdateInterval'),
    dynamicAuthorizationPort: counted('enableDynamicAuthorization', 'dynamicAuthorizationPort'),
    mergeDownloadedList,
    realm: field('realm', reference('realm')),
  },
};

/** Text, or what stands for what another device makes. */
const orMade: Wire<string | SecretRef> = {
  to: (value) => (typeof value === 'string' ? value : secretMarker(value)),
  from: (json) => String(json),
};

export const samlServer: RestGrammar<NounOf<'saml-server'>> = {
  form: 'object',
  collection: 'object/ssoservers',
  key: 'ssoservers',
  type: 'SSOServer',
  fixed: () => ({ '': { type: 'SSOServer' } }),
  fields: {
    entityId: field('idpEntityId', orMade),
    signInUrl: field('ssoURL', orMade),
    signOutUrl: field('logoutURL', orMade, { absent: '' }),
    baseUrl: field('baseUrl', same<string>(), { absent: '' }),
    identityProviderCertificate: field('identityProviderCert', reference('cert-trustpoint')),
    serviceProviderCertificate: field('serviceProviderCert', reference('cert-trustpoint')),
    signature: field(
      'requestSignatureType',
      capitals(['none', 'rsa-sha1', 'rsa-sha256', 'rsa-sha384', 'rsa-sha512'] as const, {
        none: 'NO_SIGNATURE',
        'rsa-sha1': 'RSA-SHA1',
        'rsa-sha256': 'RSA-SHA256',
        'rsa-sha384': 'RSA-SHA384',
        'rsa-sha512': 'RSA-SHA512',
      }),
      { absent: 'NO_SIGNATURE' },
    ),
    timeout: field('requestTimeout', number, { absent: 300 }),
    internalNetwork: field('serverOnInternalNetwork', flag, { absent: false }),
    reauthenticate: field('reAuthAtLogin', flag, { absent: true }),
    overridable,
  },
};

/** The servers that a group has inside, from what is answered of it: without their names and their keys. */
export const serversIn = (body: JsonObject): readonly Omit<NounOf<'radius-server'>, 'name' | 'key'>[] =>
  ((body['radiusServers'] ?? []) as readonly Json[]).map((json) => {
    const server = canonical(json) as JsonObject;
    const { interface: face, redirectACL, timeout } = server;
    const [where, redirectList] = [face && zone.from(face), redirectACL && list.from(redirectACL)];
    return {
      address: {
        host: String(server['host']),
        authPort: Number(server['authenticationPort']),
        acctPort: Number(server['accountingPort']),
      },
      timeout: Number(timeout),
      ...(typeof server[signed] === 'boolean' ? { messageAuthenticator: server[signed] } : {}),
      ...(where ? { zone: where } : {}),
      ...(redirectList ? { redirectList } : {}),
    };
  });
