import {
  AaaAuthenticationList,
  AaaNewModel,
  IkeV2Proposal,
  IpsecTransformSet,
  LocalUser,
  Secret,
  type VpnStack,
} from 'tunnelwright';
import { edge, fmc, problemsIn } from '../../support/scenario';

const pqc = { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [19], pqc: { kems: ['mlkem768'] } };

describe('post-quantum key exchange', () => {
  const on = (release: string) => (stack: VpnStack) => {
    new IkeV2Proposal(edge(stack, { release }), 'pq', pqc as never);
  };
  test('needs release 26.1', () => {
    expect(problemsIn(on('17.18'))).toEqual([
      'net/edge/pq release 17.18 does not know pqc → leave pqc out, or declare release 26.1 or later',
    ]);
    expect(problemsIn(on('26.1.1'))).toEqual([]);
  });
  test('is of routers', () => {
    expect(problemsIn((stack) => void new IkeV2Proposal(fmc(stack), 'pq', pqc as never))).toEqual([
      'net/fmc/pq this platform has no post-quantum key exchange → leave pqc out',
    ]);
  });
});

test('ESP without encryption is refused from 17.11', () => {
  const weak = (stack: VpnStack): void => {
    new IpsecTransformSet(edge(stack, { release: '17.12' }), 'n', { encryption: 'null', integrity: 'sha256' });
  };
  expect(problemsIn(weak)[0]).toContain('release 17.12 refuses null');
});

describe('aaa new-model', () => {
  const login = "write new AaaAuthenticationList(device, 'default', { methods: [group, 'local'] })";
  test('needs a user of the device itself', () => {
    expect(problemsIn((stack) => void new AaaNewModel(edge(stack), 'aaa', {}))).toEqual([
      "net/edge/aaa aaa new-model without a local user: when no server answers nobody can log in → write new LocalUser(device, 'admin', …), or give fallback: LocalUser.fromExisting(device, 'local', 'admin') for one that is there",
    ]);
  });
  const withUser = (methods: readonly string[] | undefined) => (stack: VpnStack) => {
    const router = edge(stack);
    new LocalUser(router, 'admin', { privilege: 15, secret: Secret.fromEnv('ADMIN') });
    new AaaNewModel(router, 'aaa', {});
    if (methods) new AaaAuthenticationList(router, 'default', { methods: methods as never });
  };
  test('needs a login list default', () => {
    expect(problemsIn(withUser(undefined))).toEqual([
      `net/edge/aaa aaa new-model without a login list default: the console lets everybody in, other lines the users of the device → ${login}`,
    ]);
  });
  test('that the device answers by itself when no server does', () => {
    expect(problemsIn(withUser(['group radius']))).toEqual([
      `net/edge/aaa the login list default asks servers alone: when they are away nobody can log in → ${login}`,
    ]);
    expect(problemsIn(withUser(['group radius', 'local']))).toEqual([]);
  });
});
