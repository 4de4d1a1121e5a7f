import type { JsonObject } from '../../../../kernel/json';
import { invalid } from '../answer';
import {
  atLeastOne,
  crud,
  description,
  enrollments,
  extendedLists,
  flag,
  line,
  nameShape,
  need,
  number,
  object,
  oneOf,
  ref,
  required,
  secret,
  word,
  zones,
} from '../members';
import type { Collection } from '../world';

/** Members that only a newer FMC knows are refused as unknown by the schema of the older; this one takes them all. */
const radius: Collection = {
  at: 'object/radiusservergroups',
  type: 'RadiusServerGroup',
  verbs: crud,
  since: '7.0',
  writes: '7.2',
  bulk: true,
  unique: ['object/radiusservergroups'],
  filters: ['nameOrValue'],
  members: {
    name: nameShape,
    description,
    groupAccountingMode: word('SINGLE', 'MULTIPLE'),
    retryInterval: required(number(1, 10)),
    realm: ref('object/realms'),
    enableAuthorizeOnly: flag(false),
    enableInterimAccountUpdate: flag(false),
    interimAccountUpdateInterval: number(1, 120),
    enableDynamicAuthorization: flag(false),
    dynamicAuthorizationPort: number(1024, 65535),
    enableMergeDacl: flag(false),
    mergeDaclPlacementOrder: oneOf('MERGE_DACL_BEFORE_AV_PAIR_ACL MERGE_DACL_AFTER_AV_PAIR_ACL'),
    radiusServers: atLeastOne(
      object({
        host: need,
        authenticationPort: { ...number(1, 65535, 1812), required: true },
        accountingPort: number(1, 65535, 1813),
        secretKey: { ...secret('****'), required: true },
        timeout: number(1, 300, 10),
        enableMessageAuthenticator: flag(),
        useRoutingToSelectInterface: flag(true),
        interface: ref(...zones),
        redirectACL: ref(extendedLists),
      }),
      16,
    ),
  },
  check: (_world, { body }) =>
    (body['radiusServers'] as readonly JsonObject[]).forEach((server) => {
      if (server['useRoutingToSelectInterface'] === false && !server['interface'])
        throw invalid('Missing required field: radiusServers.interface');
    }),
  scope: 'users',
};

/** SAML. The schema writes no words of requestSignatureType; the Terraform provider has these. */
const sso: Collection = {
  at: 'object/ssoservers',
  type: 'SSOServer',
  verbs: crud,
  since: '7.0',
  writes: '7.2',
  bulk: true,
  unique: ['object/ssoservers'],
  filters: ['nameOrValue'],
  members: {
    name: nameShape,
    description,
    overridable: flag(false),
    idpEntityId: need,
    ssoURL: need,
    logoutURL: line,
    baseUrl: line,
    identityProviderCert: { is: 'ref', to: [enrollments], named: true, required: true },
    serviceProviderCert: ref(enrollments),
    requestSignatureType: word('NO_SIGNATURE', 'RSA-SHA1', 'RSA-SHA256', 'RSA-SHA384', 'RSA-SHA512'),
    requestTimeout: number(0, 7200, 300),
    serverOnInternalNetwork: flag(false),
    reAuthAtLogin: flag(true),
  },
  scope: 'users',
};

export const aaaCollections: readonly Collection[] = [radius, sso];
