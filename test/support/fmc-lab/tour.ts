import type { LabClient } from './client';
import { global } from '../../../lib/lab/devices/fmc/world';

type Bag = { [key: string]: unknown };
const bag = (value: unknown): Bag => value as Bag;

/** One request and its answer, as a tour of the API records them. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly sent: unknown;
  readonly status: number;
  readonly got: unknown;
}

export const prefix = `/api/fmc_config/v1/domain/${global.id}/`;
export const recorder = (client: LabClient) => {
  const seen: Exchange[] = [];
  const via = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, sent?: unknown): Promise<Bag> => {
    const call = {
      GET: () => client.get(path),
      POST: () => client.post(path, sent),
      PUT: () => client.put(path, sent),
      DELETE: () => client.remove(path),
    };
    const { status, data } = await call[method]();
    seen.push({ method, path: path.startsWith('/') ? path : prefix + path, sent, status, got: data });
    return data;
  };
  const items = async (path: string): Promise<Bag[]> =>
    ((await via('GET', `${path}?expanded=true`))['items'] ?? []) as Bag[];
  return { seen, via, items };
};

const id = (body: unknown): string => String(bag(body)['id']);
const ref = (body: Bag): Bag => ({ id: body['id'], name: body['name'], type: body['type'] });

/** A life: objects, a tunnel with its settings, a deployment, a change, and all of it taken down. */
export const tour = async (client: LabClient) => {
  const { seen, via, items } = recorder(client);
  await via('GET', '/api/fmc_platform/v1/info/serverversion');
  const host = await via('POST', 'object/hosts', { name: 'h', type: 'Host', value: '192.0.2.1' });
  const lan = await via('POST', 'object/networks', {
    name: 'lan',
    type: 'Network',
    value: '10.20.0.0/16',
    description: 'far',
  });
  await via('GET', 'object/networkaddresses?expanded=true');
  const policy = await via('POST', 'object/ikev2policies', {
    name: 'P',
    type: 'IKEv2Policy',
    priority: 3,
    encryptionAlgorithms: ['AES-GCM-256'],
    integrityAlgorithms: ['NULL'],
    prfIntegrityAlgorithms: ['SHA-384'],
    diffieHellmanGroups: [20],
  });
  const proposal = await via('POST', 'object/ikev2ipsecproposals', {
    name: 'E',
    type: 'IKEv2IPsecProposal',
    encryptionAlgorithms: ['AES-GCM-256'],
  });
  const enrollment = await via('POST', 'object/certenrollments', {
    name: 'C',
    type: 'CertEnrollment',
    enrollmentType: 'PKCS12',
    pkcs12Content: { base64Certificate: 'TUlJ', passPhrase: 'x' },
  });
  const map = await via('POST', 'object/certificatemaps', {
    name: 'M',
    type: 'CertificateMap',
    rules: [{ field: 'SUBJECT', component: 'WHOLE_FIELD', operator: 'CONTAINS', value: 'o = x' }],
  });
  await via('POST', 'object/hosts', { name: 'h', type: 'Host', value: '192.0.2.1' });
  for (const list of [
    'hosts',
    'networks',
    'ikev2policies',
    'ikev2ipsecproposals',
    'certenrollments',
    'certificatemaps',
    'securityzones',
  ]) {
    await items(`object/${list}`);
    await via('GET', `object/${list}`);
  }
  const [pair] = await items('devicehapairs/ftddevicehapairs');
  await via('GET', `devicehapairs/ftddevicehapairs/${id(pair)}`);
  await items('devices/devicerecords');
  const device = `devices/devicerecords/${id(pair!['primary'])}`;
  await via('GET', device);
  for (const kind of ['subinterfaces', 'etherchannelinterfaces']) await items(`${device}/${kind}`);
  const [outside] = await items(`${device}/physicalinterfaces`);
  await via('GET', `${device}/physicalinterfaces/${id(outside)}`);
  await via('POST', `${device}/virtualtunnelinterfaces`, {
    type: 'VTIInterface',
    tunnelType: 'STATIC',
    tunnelId: 7,
    ifname: 'far',
    enabled: true,
    ipsecMode: 'ipv4',
    ipv4: { static: { address: '10.58.1.2', netmask: '255.255.255.252' } },
    tunnelSource: ref(outside!),
  });
  const [face] = await items(`${device}/virtualtunnelinterfaces`);
  const route = await via('POST', `${device}/routing/ipv4staticroutes`, {
    type: 'IPv4StaticRoute',
    interfaceName: 'far',
    selectedNetworks: [ref(lan)],
    gateway: { literal: { type: 'Host', value: '10.58.1.1' } },
    metricValue: 1,
    isTunneled: false,
  });
  await items(`${device}/routing/ipv4staticroutes`);
  const top = await via('POST', 'policy/ftds2svpns', {
    name: 'T',
    type: 'FTDS2SVpn',
    topologyType: 'POINT_TO_POINT',
    routeBased: true,
    ikeV1Enabled: false,
    ikeV2Enabled: true,
  });
  const at = `policy/ftds2svpns/${id(top)}`;
  await items('policy/ftds2svpns');
  const part = async (name: string, member: string, body: Bag) => {
    await items(`${at}/${name}`);
    await via('PUT', `${at}/${name}/${id(top[member])}`, { id: id(top[member]), ...body });
    await via('GET', `${at}/${name}/${id(top[member])}`);
  };
  await part('ikesettings', 'ikeSettings', {
    type: 'IkeSettings',
    ikeV2Settings: { authenticationType: 'CERTIFICATE', certificateAuth: ref(enrollment), policies: [ref(policy)] },
  });
  await part('ipsecsettings', 'ipsecSettings', {
    type: 'IPSecSettings',
    lifetimeSeconds: 3600,
    ikeV2IpsecProposal: [ref(proposal)],
    perfectForwardSecrecy: { enabled: true, modulusGroup: 20 },
  });
  await part('advancedsettings', 'advancedSettings', {
    type: 'AdvancedSettings',
    advancedIkeSetting: { identitySentToPeer: 'AUTO_OR_DN' },
  });
  await via('POST', `${at}/endpoints`, {
    type: 'EndPoint',
    peerType: 'PEER',
    device: ref(pair!),
    interface: { id: id(face), name: 'far', type: 'VTIInterface' },
    connectionType: 'BIDIRECTIONAL',
    protectedNetworks: {},
  });
  await via('POST', `${at}/endpoints`, {
    type: 'EndPoint',
    peerType: 'PEER',
    extranet: true,
    extranetInfo: { name: 'far', ipAddress: '198.51.100.10' },
    protectedNetworks: {},
  });
  await items(`${at}/endpoints`);
  const ended = async (asked: Bag): Promise<void> => {
    const task = id(bag(asked['metadata'])['task']);
    for (let state = ''; state !== 'Deployed';) {
      await new Promise((next) => setTimeout(next, 30));
      state = String((await via('GET', `job/taskstatuses/${task}`))['status']);
      if (state === 'Failed') throw new Error(`The task ${task} failed`);
    }
  };
  const certificates = [{ certificate: ref(enrollment) }];
  await ended(
    await via('POST', 'devices/operational/managecertificates', {
      action: 'ENROLL',
      deviceCertificates: [{ deviceId: id(pair), certificates }],
    }),
  );
  const [item] = await items('deployment/deployabledevices');
  await items(`deployment/deployabledevices/${id(item!['device'])}/pendingchanges`);
  const request = await via('POST', 'deployment/deploymentrequests', {
    type: 'DeploymentRequest',
    version: item!['version'],
    deviceList: [id(item!['device'])],
    forceDeploy: false,
    ignoreWarning: false,
    deploymentNote: 'n',
  });
  await ended(request);
  await items('job/taskstatuses');
  await items('deployment/jobhistories');
  await items('health/tunnelstatuses');
  await via('PUT', at, { ...top, name: 'T2' });
  const gone = [`${device}/routing/ipv4staticroutes/${id(route)}`, at, `${device}/virtualtunnelinterfaces/${id(face)}`];
  const objects = [
    ['hosts', host],
    ['networks', lan],
    ['ikev2policies', policy],
    ['ikev2ipsecproposals', proposal],
    ['certenrollments', enrollment],
    ['certificatemaps', map],
  ] as const;
  for (const path of [...gone, ...objects.map(([list, body]) => `object/${list}/${id(body)}`)])
    await via('DELETE', path);
  return seen;
};
