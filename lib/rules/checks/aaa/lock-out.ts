import type { NounOf } from '../../../model/nouns';
import type { DeviceView } from '../../engine/network-view';
import { createFinding, forEachResource, type Rule } from '../../engine/rule';

/** Methods that the device answers by itself, when no server does: of its users, or of a password that is everybody's. */
const ofUsers = ['local', 'local-case'];
const ofEverybody = ['enable', 'line', 'none'];
const has = ({ methods }: NounOf<'aaa-authentication-list'>, own: readonly string[]): boolean =>
  methods.some((method) => typeof method === 'string' && own.includes(method));

/** A user of the device, also one that nothing here can read. */
const hasUser = (device: DeviceView): boolean =>
  device.all('local-user').length > 0 || device.text.some((line) => line.startsWith('username '));

export const lockOut: Rule = {
  id: 'TW-AAA-001',
  title: 'aaa new-model without a way in',
  why: '`aaa new-model` changes at once how every line logs in. Without a login list `default` the users of the device are asked (Cisco technote 200173), and where there are none nobody gets in, while the console asks nothing (Cisco IOS Security Command Reference, aaa authentication login); with one that asks servers alone, nobody gets in when they are away (Cisco, Authentication Configuration Guide).',
  packs: { correctness: 'error' },
  looksAt: ['aaa', 'local-user', 'aaa-authentication-list'],
  check: forEachResource('aaa', (resource, device) => {
    const { newModel, fallback } = resource.noun;
    // What a device prints where it is off.
    if ((newModel as boolean) === false) return [];
    const login = device.find('aaa-authentication-list', 'default')?.noun;
    if (login !== undefined && has(login, ofEverybody)) return [];
    // A line that nothing here can read may be that list.
    if (login === undefined && device.text.some((line) => line.startsWith('aaa authentication login default ')))
      return [];
    if (login !== undefined && !has(login, ofUsers))
      return [
        createFinding(
          resource,
          'the login list default asks servers alone: when they are away nobody can log in',
          "write new AaaAuthenticationList(device, 'default', { methods: [group, 'local'] })",
        ),
      ];
    const isUserThere = fallback !== undefined || hasUser(device);
    // A program says who may come in; on a device the list may be left out, and then its users are asked.
    if (isUserThere && login === undefined && !device.whole)
      return [
        createFinding(
          resource,
          'aaa new-model without a login list default: the console lets everybody in, other lines the users of the device',
          "write new AaaAuthenticationList(device, 'default', { methods: [group, 'local'] })",
        ),
      ];
    if (isUserThere) return [];
    return [
      createFinding(
        resource,
        'aaa new-model without a local user: when no server answers nobody can log in',
        "write new LocalUser(device, 'admin', …), or give fallback: LocalUser.fromExisting(device, 'local', 'admin') for one that is there",
      ),
    ];
  }),
};
