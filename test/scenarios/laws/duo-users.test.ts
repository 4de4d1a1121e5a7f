import { DuoGroup, DuoUser } from 'tunnelwright';
import { apply, plan, states, words } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { duo, manifestOf, problemsIn } from '../../support/scenario';

let rig: Rig;
beforeEach(async () => void (rig = await startRig()));
afterEach(() => rig.close());

const alice = (props: Partial<ConstructorParameters<typeof DuoUser>[2]> = {}) =>
  manifestOf((stack) => {
    const account = duo(stack);
    const group = new DuoGroup(account, 'vpn');
    new DuoUser(account, 'alice', { email: 'alice@example.net', groups: [group], ...props });
  });
const users = '/admin/v1/users';

describe('a mail with which a user enrols', () => {
  test('is sent once, when the user is there', async () => {
    const wanted = alice({ enrollment: { validSeconds: 3600 } });
    const [planned] = await plan(rig, wanted);
    expect(planned!.plan!.operations.map((one) => one.words)).toEqual([
      'send the mail with which alice enrols to alice@example.net',
    ]);
    expect(states(await apply(rig, wanted))).toEqual({ duo: 'applied' });
    expect(states(await apply(rig, alice({ realname: 'Alice', enrollment: { validSeconds: 3600 } })))).toEqual({
      duo: 'applied',
    });
    expect([rig.duo.sent, rig.duo.objects(users)]).toEqual([
      ['alice@example.net'],
      [expect.objectContaining({ groups: ['vpn'] })],
    ]);
  });

  test('is sent again where Duo refused it, and not where nobody knows', async () => {
    const wanted = alice({ enrollment: { email: 'alice.home@example.net' } });
    rig.duo.faults.status = { match: /users\/enroll/, code: 400, times: 1 };
    expect(states(await apply(rig, wanted))).toEqual({ duo: 'failed' });
    rig.duo.faults = { drop: { match: /users\/enroll/, after: true, times: 9 } };
    expect(states(await apply(rig, wanted))).toEqual({ duo: 'unknown' });
    rig.duo.faults = {};
    expect(states(await apply(rig, wanted))).toEqual({ duo: 'applied' });
    expect(rig.duo.sent).toEqual(['alice.home@example.net']);
  });

  test('is not sent to one who has enrolled, and needs an address', async () => {
    const phone = rig.duo.touch('/admin/v1/phones', { number: '+15550001', type: 'mobile' });
    const mail = { username: 'alice', email: 'alice@example.net', phones: [phone] };
    rig.duo.touch(users, mail);
    const adopted = await apply(rig, alice({ enrollment: {} }), { adopt: true });
    expect([states(adopted), rig.duo.sent]).toEqual([{ duo: 'applied' }, []]);
    // The phone that the user enrolled stays.
    expect(rig.duo.objects(users)).toEqual([expect.objectContaining({ phones: ['+15550001'] })]);
    expect(problemsIn((stack) => void new DuoUser(duo(stack), 'bob', { enrollment: {} }))).toEqual([
      'net/duo/bob enrollment: has nowhere to go: write the email of the user, or an email of its own',
    ]);
  });
});

test('a user who comes from a directory is not changed, which a plan says; groups are joined', async () => {
  rig.duo.touch(users, { username: 'alice', email: 'alice@example.net', last_directory_sync: 1700000000 });
  const [refused] = await plan(rig, alice({ realname: 'Alice' }), { adopt: true });
  expect(refused!.plan!.blocked.map(({ message }) => message)).toEqual([
    'users:alice: the user comes from a directory, which decides: change it there. Only groups and phones are joined from here',
  ]);
  const joined = await apply(rig, alice(), { adopt: true });
  expect([states(joined), words(joined)]).toEqual([{ duo: 'applied' }, '']);
  expect(rig.duo.objects(users)).toEqual([expect.objectContaining({ groups: ['vpn'], realname: null })]);
});
