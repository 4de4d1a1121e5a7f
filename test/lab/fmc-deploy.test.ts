import { startFmc, type LabFmc } from '../../lib/lab/devices/fmc';
import { builder, done, idOf, said } from '../support/fmc-lab/builder';
import { connect, type LabClient } from '../support/fmc-lab/client';

let lab: LabFmc;
let client: LabClient;
let by: ReturnType<typeof builder>;
const start = async (deployMs: number): Promise<void> => {
  lab = await startFmc({ requestsPerMinute: 0, deployMs });
  client = await connect(lab);
  by = builder(client);
};
beforeEach(() => start(150));
afterEach(() => lab.close());

describe('deployment', () => {
  test('shows each change, and after it nothing', async () => {
    // Long enough that a second request on a busy machine still comes while it runs.
    await lab.close();
    await start(1500);
    const { top } = await by.build();
    const [item, ...others] = await by.deployable();
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      name: 'mumbai-pair',
      device: { id: idOf(await by.pair()), type: 'DeviceHAPair' },
      deviceMembers: [{ name: 'mumbai-ftd-1' }, { name: 'mumbai-ftd-2' }],
    });
    const changes = await client.items(`deployment/deployabledevices/${idOf(item!['device'])}/pendingchanges`);
    expect(changes.map((c) => [c['entityType'], c['entityName'], c['action']])).toEqual([
      ['VTIInterface', 'Tunnel1', 'ADD'],
      ['FTDS2SVpn', 'mumbai-pune', 'ADD'],
      ['EndPoint', 'mumbai-pair', 'ADD'],
      ['EndPoint', 'pune', 'ADD'],
    ]);
    expect(changes[2]).toMatchObject({ parentUUID: idOf(top), lastUpdatedByUsers: ['api'] });
    expect(lab.deployed('mumbai-pair')!.topologies).toEqual([]);

    const accepted = await by.request();
    expect(accepted.status).toBe(202);
    expect(said((await by.request()).data)).toMatch(/in progress/);
    expect(await by.deployable()).toMatchObject([{ isDeploying: true, canBeDeployed: false }]);
    expect(await by.finished(accepted.data)).toMatchObject({
      status: 'Deployed',
      subTasks: [{ target: { name: 'mumbai-pair' }, status: 'SUCCESS' }],
    });
    expect(await by.deployable()).toEqual([]);
    expect(lab.deployed('mumbai-ftd-2')).toMatchObject({
      device: 'mumbai-pair',
      topologies: [
        {
          name: 'mumbai-pune',
          ike: { ikeV2Settings: { policies: [{ name: 'AES-GCM-NULL-SHA' }] } },
          endpoints: [{}, { extranetInfo: { ipAddress: '198.51.100.10' } }],
        },
      ],
    });
    expect(await client.items('deployment/jobhistories')).toMatchObject([
      { jobStatus: 'DEPLOYED', deviceList: [{ containerName: 'mumbai-pair' }] },
      { jobStatus: 'DEPLOYED', user: 'admin', deviceList: [{}, { deviceName: 'branch-ftd', canRollback: true }] },
    ]);
  });

  test('takes only ids from its list, with a version that is not older than the last change', async () => {
    await by.build();
    const unit = await by.pair();
    expect((await by.request({ deviceList: [idOf(unit['primary'])] })).status).toBe(400);
    expect((await by.request({ version: '1457566762351' })).status).toBe(400);
  });

  test('a change made meanwhile stays to be deployed', async () => {
    const { at } = await by.build();
    const { data } = await by.request();
    const top = (await client.get(at)).data;
    await done(client.put(at, { ...top, description: 'later' }));
    await by.finished(data);
    const [item] = await by.deployable();
    expect(await client.items(`deployment/deployabledevices/${idOf(item!['device'])}/pendingchanges`)).toMatchObject([
      { entityType: 'FTDS2SVpn' },
    ]);
  });

  test('one that fails leaves all as it was', async () => {
    await by.build();
    lab.faults.failDeploy = 'mumbai-pair';
    const task = await by.finished((await by.request()).data);
    expect(task).toMatchObject({
      status: 'FAILED',
      subTasks: [{ status: 'FAILED', message: expect.stringMatching(/mumbai-pair/) }],
    });
    expect(await by.deployable()).toHaveLength(1);
    expect(lab.deployed('mumbai-pair')!.topologies).toEqual([]);
  });

  test('an object counts only where it is used; what was added and taken away is forgotten', async () => {
    const policy = (await client.items('object/ikev2ipsecproposals'))[0]!;
    await done(client.put(`object/ikev2ipsecproposals/${idOf(policy)}`, policy));
    expect(await by.deployable()).toEqual([]);
    const { at, face } = await by.build();
    await done(client.put(`object/ikev2ipsecproposals/${idOf(policy)}`, policy));
    const [item] = await by.deployable();
    const path = `deployment/deployabledevices/${idOf(item!['device'])}/pendingchanges`;
    expect((await client.items(path)).map((c) => c['entityName'])).toContain('AES-GCM');
    await done(client.remove(at));
    await done(client.remove(`${await by.primary()}/virtualtunnelinterfaces/${idOf(face)}`));
    expect((await client.items(path)).map((c) => c['entityName'])).toEqual(['AES-GCM']);
  });

  test('tunnels are told of once they are deployed', async () => {
    const { top } = await by.build();
    expect(await client.items('health/tunnelstatuses')).toEqual([]);
    await by.finished((await by.request()).data);
    const find = () => client.items(`health/tunnelstatuses?filter=vpnTopologyId:${idOf(top)}`);
    expect(await find()).toMatchObject([
      { state: 'TUNNEL_DOWN', vpnTopology: { name: 'mumbai-pune' }, peerB: { peerType: 'EXTRANET' } },
    ]);
    lab.tunnelUp = (name) => name === 'mumbai-pune';
    expect(await find()).toMatchObject([{ state: 'TUNNEL_UP' }]);
    expect(await client.items('health/tunnelstatuses?filter=status:TUNNEL_DOWN')).toEqual([]);
  });

  test('one that hangs holds its device only', async () => {
    await by.build();
    lab.touch({ collection: 'object/hosts', body: { name: 'h', value: '192.0.2.1' }, devices: ['branch-ftd'] });
    lab.faults.stuckDeploy = 'branch-ftd';
    const items = await by.deployable();
    const { data } = await by.request({ deviceList: items.map((item) => idOf(item['device'])) });
    await new Promise((next) => setTimeout(next, 200));
    const { id } = (data['metadata'] as { task: { id: string } }).task;
    expect((await client.get(`job/taskstatuses/${id}`)).data).toMatchObject({
      status: 'DEPLOYING',
      subTasks: [
        { target: { name: 'mumbai-pair' }, status: 'SUCCESS' },
        { target: { name: 'branch-ftd' }, status: 'PENDING' },
      ],
    });
    expect(lab.deployed('mumbai-pair')!.topologies).toHaveLength(1);
  });

  test('a rollback changes the device and leaves what is stored: it is pending again', async () => {
    const [first] = await client.items('deployment/jobhistories');
    const { top } = await by.build();
    await by.finished((await by.request()).data);
    expect(lab.deployed('mumbai-pair')!.topologies).toHaveLength(1);
    const { deviceUUID } = (first!['deviceList'] as { deviceUUID: string }[])[0]!;
    const asked = await client.post('deployment/rollbackrequests', {
      type: 'RollbackRequest',
      rollbackDeviceList: [{ deploymentJobId: idOf(first), deviceList: [deviceUUID] }],
    });
    expect(await by.finished(asked.data)).toMatchObject({ taskType: 'DEVICE_ROLLBACK', status: 'Deployed' });
    expect(lab.deployed('mumbai-pair')!.topologies).toEqual([]);
    expect(await client.items('policy/ftds2svpns')).toMatchObject([{ id: idOf(top) }]);
    expect(await by.deployable()).toMatchObject([{ name: 'mumbai-pair' }]);
  });

  test('the roles of a pair are switched by a task', async () => {
    const roles = async () => {
      const { primaryStatus, secondaryStatus } = (await by.pair())['metadata'] as Record<
        string,
        { currentStatus: string }
      >;
      return [primaryStatus!.currentStatus, secondaryStatus!.currentStatus];
    };
    expect(await roles()).toEqual(['Active', 'Standby']);
    const id = idOf(await by.pair());
    const asked = await done(client.put(`devicehapairs/ftddevicehapairs/${id}`, { id, action: 'SWITCH' }));
    await by.finished(asked);
    expect(await roles()).toEqual(['Standby', 'Active']);
    lab.faults.sickMember = 'mumbai-ftd-1';
    expect(await roles()).toEqual(['Failed', 'Active']);
  });
});
