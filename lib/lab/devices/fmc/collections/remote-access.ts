import type { Json, JsonObject } from '../../../../kernel/json';
import { invalid } from '../answer';
import { files } from './client-files';
import { groupPolicies } from './group-policy';
import {
  atLeastOne,
  crud,
  description,
  enrollments,
  flag,
  line,
  list,
  nameShape,
  need,
  number,
  object,
  oneOf,
  ref,
  refAs,
  required,
  zones,
} from '../members';
import { holding } from './parts';
import { syncCryptoMaps } from './ra-crypto';
import { childLists, defaultProfile, settingParts } from './ra-children';
import { ravpns } from './ra-places';
import { idIn, itemsOf, keep, text, type Collection, type World } from '../world';

const held = holding(ravpns, settingParts, childLists);

const accessInterface = object({
  accessInterface: { ...ref(...zones), required: true },
  enableIPSecIkev2: flag(true),
  enableSSL: flag(true),
  enableDTLS: flag(true),
  configureInterfaceIDCertificate: flag(false),
  idCertificate: ref(enrollments),
});

const faces = (body: JsonObject): readonly JsonObject[] =>
  ((body['accessInterfaceSettings'] as JsonObject | undefined)?.['interfaceSettings'] ?? []) as readonly JsonObject[];

/** What the switches of the policy leave the interfaces to do. The words are unproven. */
const checkSwitches = (body: JsonObject): void => {
  const access = body['accessInterfaceSettings'] as JsonObject;
  if (body['configureSSL'] === false && body['configureIpsec'] === false)
    throw invalid('At least one of configureSSL and configureIpsec is needed');
  const twice = faces(body).some((face, i) =>
    faces(body)
      .slice(0, i)
      .some((other) => idIn(other['accessInterface']) === idIn(face['accessInterface'])),
  );
  if (twice) throw invalid('An access interface can be given only once');
  if (
    body['configureIpsec'] === true &&
    faces(body).some((face) => face['enableIPSecIkev2'] === true) &&
    !access['ipsecIdCertificate']
  )
    throw invalid('Missing required field: accessInterfaceSettings.ipsecIdCertificate');
  if (
    body['configureSSL'] === true &&
    faces(body).some((face) => face['enableSSL'] === true) &&
    !access['sslIdCertificate']
  )
    throw invalid('Missing required field: accessInterfaceSettings.sslIdCertificate');
};

const nameIs = (world: World, value: Json, name: string): boolean =>
  text(world.find(idIn(value))?.item.body['name']) === name;

const policy: Collection = {
  at: ravpns,
  type: 'RaVpn',
  takes: ['RAVpn'],
  verbs: crud,
  since: '7.0',
  writes: '7.2',
  unique: [ravpns],
  members: {
    name: nameShape,
    description,
    configureSSL: flag(true),
    configureIpsec: flag(true),
    accessInterfaceSettings: required(
      object({
        interfaceSettings: atLeastOne(accessInterface),
        allowConnectionProfileSelection: flag(false),
        webPort: number(1, 65535, 443),
        dtlsPort: number(1, 65535, 443),
        sslIdCertificate: ref(enrollments),
        ipsecIdCertificate: ref(enrollments),
        bypassACPolicyForDecryptTraffic: flag(false),
        /** CSCwq59114: older versions do not answer it. */
        httpOnlyVpnCookie: { is: 'flag', hidden: true },
      }),
    ),
    groupPolicies: list(ref(groupPolicies)),
    ikev2Policies: list(refAs('Ikev2Policy', 'object/ikev2policies')),
    anyConnectClientImages: list(
      object({
        anyconnectImage: required(refAs('AnyconnectPackage', files.packages)),
        operatingSystem: oneOf('WINDOWS LINUX MAC', true),
      }),
    ),
    externalBrowserPackage: refAs('AnyconnectExternalBrowserPackage', files.browsers),
    dapPolicy: refAs('DynamicAccessPolicy', 'policy/dynamicaccesspolicies'),
    localRealmServer: refAs('IdentityRealm', 'object/realms'),
  },
  ignored: [
    ...settingParts.flatMap(({ member }) => (member ? [member] : [])),
    ...Object.keys(childLists),
    'ravpnAddressAssignmentSettings',
    'ravpnAdvanceSettings',
    'ravpnLdapAttributeSetting',
    'ravpnLoadBalanceSetting',
  ],
  check: (world, { id, body, before }) => {
    checkSwitches(body);
    const groups = (body['groupPolicies'] ?? []) as readonly Json[];
    if (!groups.some((one) => nameIs(world, one, 'DfltGrpPolicy')))
      throw invalid('groupPolicies must hold DfltGrpPolicy');
    /** CSCwq59962: it takes a connection profile first. */
    const others = before ? itemsOf(world, `${ravpns}/${id}/connectionprofiles`).length : 0;
    if (body['localRealmServer'] && others < 2)
      throw invalid('localRealmServer needs a connection profile that uses it');
    const profiles = itemsOf(world, `${ravpns}/${id}/connectionprofiles`);
    const lost = profiles.find(
      ({ body: profile }) => !groups.some((one) => idIn(one) === idIn(profile['groupPolicy'])),
    );
    if (before && lost)
      throw invalid(`Group policy of connection profile ${text(lost.body['name'])} is not among groupPolicies`);
  },
  created: (world, id, user) => {
    held.created(world, id, user);
    keep(world, `${ravpns}/${id}/connectionprofiles`, defaultProfile(world, user));
    syncCryptoMaps(world, id, user);
  },
  replaced: syncCryptoMaps,
  owns: held.owns,
  extra: (world, _collection, { id }) => held.refers(world, id),
  /** An assigned policy cannot go. */
  usedBy: (world, _collection, { id }) => world.assigned(id).map((unit) => `the device ${unit.name}`),
  scope: 'holder',
};

/** Its criteria are XML in base64 (fmcapi). */
const dap: Collection = {
  at: 'policy/dynamicaccesspolicies',
  type: 'DynamicAccessPolicy',
  verbs: crud,
  since: '7.0',
  writes: '7.2',
  unique: ['policy/dynamicaccesspolicies'],
  members: {
    name: nameShape,
    description,
    authorizationAttributes: list(
      object({
        dapRecordName: need,
        priority: required(number(-1, 2147483647)),
        action: oneOf('CONTINUE TERMINATE QUARANTINE', true),
        message: line,
        networkACL: ref('object/extendedaccesslists'),
      }),
    ),
    dapXmlConfig: line,
  },
  check: (_world, { body }) => {
    const config = body['dapXmlConfig'];
    if (typeof config === 'string' && !/^<dapRecordList/.test(Buffer.from(config, 'base64').toString('utf8')))
      throw invalid('Invalid dapXmlConfig');
  },
  scope: 'users',
};

export const remoteAccess: readonly Collection[] = [policy, dap];
