import type { Resource } from '../../model/network';
import type { NounOf } from '../../model/nouns';
import type { Rule } from '../rule';

const isLogin = (resource: Resource): resource is Resource<'aaa-authentication-list'> =>
  resource.kind === 'aaa-authentication-list';

/** Methods that the device answers by itself, when no server does. */
const own = ['local', 'local-case', 'enable', 'line'];
const letsIn = ({ methods }: NounOf<'aaa-authentication-list'>): boolean =>
  methods.some((method) => typeof method === 'string' && own.includes(method));

export const lockOut: Rule = {
  id: 'TW-AAA-001',
  title: 'aaa new-model without a way in',
  why: '`aaa new-model` changes at once how every line logs in. Without a login list `default` that the device can answer by itself, nobody gets in when the servers are away.',
  check: (network) =>
    network.targets.flatMap((target) =>
      target.resources
        .filter((resource) => resource.kind === 'aaa')
        .flatMap((resource) => {
          const { fallback } = resource.noun as NounOf<'aaa'>;
          if (fallback === undefined && !target.resources.some((each) => each.kind === 'local-user'))
            return [
              {
                path: resource.path,
                message: 'aaa new-model without a local user: when no server answers nobody can log in',
                remedy:
                  "write new LocalUser(device, 'admin', …), or give fallback: LocalUser.fromExisting('admin') for one that is there",
              },
            ];
          const login = target.resources.filter(isLogin).find((each) => each.name === 'default');
          if (login && letsIn(login.noun)) return [];
          return [
            {
              path: resource.path,
              message: login
                ? 'the login list default asks servers alone: when they are away nobody can log in'
                : 'aaa new-model without a login list default locks out whoever has no other list',
              remedy: "write new AaaAuthenticationList(device, 'default', { methods: [group, 'local'] })",
            },
          ];
        }),
    ),
};
