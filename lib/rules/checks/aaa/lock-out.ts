import type { NounOf } from '../../../model/nouns';
import { createFinding, forEachResource, type Rule } from '../../engine/rule';

/** Methods that the device answers by itself, when no server does. */
const own = ['local', 'local-case', 'enable', 'line'];
const letsIn = ({ methods }: NounOf<'aaa-authentication-list'>): boolean =>
  methods.some((method) => typeof method === 'string' && own.includes(method));

export const lockOut: Rule = {
  id: 'TW-AAA-001',
  title: 'aaa new-model without a way in',
  why: '`aaa new-model` changes at once how every line logs in. Without a login list `default` that the device can answer by itself, nobody gets in when the servers are away (Cisco, Authentication Configuration Guide).',
  packs: { correctness: 'error' },
  looksAt: ['aaa', 'local-user', 'aaa-authentication-list'],
  check: forEachResource('aaa', (resource, device) => {
    const { newModel, fallback } = resource.noun;
    // What a device prints where it is off.
    if ((newModel as boolean) === false) return [];
    if (fallback === undefined && device.all('local-user').length === 0)
      return [
        createFinding(
          resource,
          'aaa new-model without a local user: when no server answers nobody can log in',
          "write new LocalUser(device, 'admin', …), or give fallback: LocalUser.fromExisting(device, 'local', 'admin') for one that is there",
        ),
      ];
    const login = device.find('aaa-authentication-list', 'default');
    if (login && letsIn(login.noun)) return [];
    return [
      createFinding(
        resource,
        login
          ? 'the login list default asks servers alone: when they are away nobody can log in'
          : 'aaa new-model without a login list default locks out whoever has no other list',
        "write new AaaAuthenticationList(device, 'default', { methods: [group, 'local'] })",
      ),
    ];
  }),
};
