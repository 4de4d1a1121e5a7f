import type { LabClient } from './client';

type Body = Record<string, unknown>;
/** Words of a refusal. */
export const said = (data: unknown): string =>
  (data as { error: { messages: { description: string }[] } }).error.messages[0]!.description;
/** The body of an answer; a refusal is thrown. */
export const done = async (reply: Promise<{ status: number; data: Body }>): Promise<Body> => {
  const { status, data } = await reply;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(data)}`);
  return data;
};
export const idOf = (body: unknown): string => String((body as Body)['id']);

/** Makes a tunnel of mumbai-pair by hand, request by request, on the default lab. */
export const builder = (client: LabClient) => {
  const named = async (path: string, name: string, member = 'name'): Promise<Body> =>
    (await client.items(path)).find((item) => item[member] === name)!;
  const pair = () => named('devicehapairs/ftddevicehapairs', 'mumbai-pair');
  const primary = async () => `devices/devicerecords/${idOf((await pair())['primary'])}`;

  const vti = async (more: Body = {}): Promise<Body> => {
    const at = await primary();
    const source = await named(`${at}/physicalinterfaces`, 'outside', 'ifname');
    const body = {
      type: 'VTIInterface',
      tunnelType: 'STATIC',
      tunnelId: 1,
      ifname: 'pune',
      enabled: true,
      ipv4: { static: { address: '10.58.1.2', netmask: '255.255.255.252' } },
      tunnelSource: { id: source['id'], name: source['name'], type: source['type'] },
      ...more,
    };
    const answer = await done(client.post(`${at}/virtualtunnelinterfaces`, body));
    return { answer, kept: await named(`${at}/virtualtunnelinterfaces`, String(body.ifname), 'ifname') };
  };
  const topology = (name = 'mumbai-pune', more: Body = {}) =>
    done(
      client.post('policy/ftds2svpns', {
        type: 'FTDS2SVpn',
        name,
        topologyType: 'POINT_TO_POINT',
        routeBased: true,
        ikeV1Enabled: false,
        ikeV2Enabled: true,
        ...more,
      }),
    );
  const extranet = {
    type: 'EndPoint',
    peerType: 'PEER',
    extranet: true,
    extranetInfo: { name: 'pune', ipAddress: '198.51.100.10' },
    protectedNetworks: {},
  };
  const managed = async (face: Body): Promise<Body> => {
    const unit = await pair();
    return {
      type: 'EndPoint',
      peerType: 'PEER',
      device: { id: unit['id'], name: unit['name'], type: 'DeviceHAPair' },
      interface: { id: face['id'], name: face['ifname'], type: 'VTIInterface' },
      connectionType: 'BIDIRECTIONAL',
      protectedNetworks: {},
    };
  };
  /** A whole tunnel, not deployed. */
  const build = async () => {
    const top = await topology();
    const at = `policy/ftds2svpns/${idOf(top)}`;
    const face = (await vti())['kept'] as Body;
    await done(client.post(`${at}/endpoints`, await managed(face)));
    await done(client.post(`${at}/endpoints`, extranet));
    return { top, at, face };
  };
  const deployable = () => client.items('deployment/deployabledevices');
  const request = async (more: Body = {}) => {
    const [first] = await deployable();
    return client.post('deployment/deploymentrequests', {
      type: 'DeploymentRequest',
      version: first?.['version'] ?? '0',
      deviceList: [idOf(first?.['device'] ?? {})],
      ...more,
    });
  };
  const finished = async (data: Body): Promise<Body> => {
    const { id } = (data['metadata'] as { task: { id: string } }).task;
    for (;;) {
      const { status, data: task } = await client.get(`job/taskstatuses/${id}`);
      if (status === 200 && !['PENDING', 'DEPLOYING'].includes(String(task['status']))) return task;
      await new Promise((next) => setTimeout(next, 20));
    }
  };
  return { named, pair, primary, vti, topology, extranet, managed, build, deployable, request, finished };
};
