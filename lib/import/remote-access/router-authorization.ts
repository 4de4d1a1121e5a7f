import { defined } from '../../kernel/defined';
import { isRef } from '../../model/noun';
import type { Declared } from '../read/judge';
import { finder, firstOf, onlyOf, refIn } from '../read/find-declared';

type Bag = Readonly<Record<string, unknown>>;

/** Who says what the users of a router may have, as a FlexVpnRemoteAccess is given it. */
export interface Authorization {
  /** None: what the server said with the password counts. */
  readonly given?: Bag;
}

/** Why there is none that a construct says, in words. */
type Lack = string;

/** The line of one of the two that a profile asks for, where something is asked for it. */
const lineOf = ({ props }: Declared, of: 'group' | 'user'): Bag | undefined =>
  ((props['aaaAuthorization'] ?? []) as readonly Bag[]).find((each) => each['of'] === of && each['cached'] !== true);

/** The field of a subject that a name mangler takes, whichever way the users prove themselves. */
const fieldOf = (mangler: Declared | undefined): unknown => {
  const { dn, eap } = (mangler?.props ?? {}) as { readonly dn?: unknown; readonly eap?: Bag };
  return dn ?? eap?.['dn'];
};

const byRadius = (servers: unknown, profile: Declared, declared: readonly Declared[]): Authorization => {
  const find = finder(declared);
  const [group, user] = (['group', 'user'] as const).map((of) =>
    fieldOf(find.at(lineOf(profile, of)?.['nameMangler'])),
  );
  return { given: defined({ by: 'radius', servers, group, user }) };
};

/** A VRF whose users borrow the address of a loopback interface in it, by the first lines of an attribute list. */
const vrfOf = (lines: readonly string[], declared: readonly Declared[]): Bag | undefined => {
  const [vrf, loopback] = [/^vrf forwarding (\S+)$/, /^ip unnumbered (\S+)$/].map(
    (of, at) => of.exec(lines[at] ?? '')?.[1],
  );
  const find = finder(declared);
  const gateway = find.named('loopback-interface', loopback ?? '')?.props['address'];
  const known = find.named('vrf', vrf ?? '');
  if (known === undefined || gateway === undefined) return undefined;
  return { vrf: { ref: 'vrf', name: known.name }, gateway, loopback };
};

/** What a group is given, by its IKEv2 authorization policy. */
const groupOf = ({ name, props }: Declared, declared: readonly Declared[]): Bag => {
  const find = finder(declared);
  const pool = find.at(props['pool']);
  const list = find.at(props['attributeList']);
  const lines = ((list?.props['attributes'] ?? []) as readonly Bag[]).map(({ value }) => String(value));
  const vrf = vrfOf(lines, declared);
  const more = vrf === undefined ? lines : lines.slice(2);
  return defined({
    name,
    pool: pool && {
      ...(pool.name === `${name}-pool` ? {} : { name: pool.name }),
      ...(firstOf(pool.props['ranges']) as Bag),
    },
    dhcpServer: props['dhcpServer'],
    dns: props['dns'],
    netmask: props['netmask'],
    networks: props['routeSetRemote'] ?? props['routeSetAccessList'],
    interfaceLines: more.length === 0 ? undefined : more,
    vrf,
  });
};

/** What of the identity of a user is the name of his group. */
const choiceOf = (mangler: Declared): string | undefined => {
  if (fieldOf(mangler) === 'organization-unit') return 'organization-unit';
  return mangler.props['email'] === 'domain' ? 'domain' : undefined;
};

/** The name of the policy that a line of a profile asks for. */
const policyNameIn = ({ policy }: Bag): unknown => (isRef(policy) ? policy.name : policy);

/** The policies that no profile names: those among which the identity of a user chooses. */
const unnamed = (declared: readonly Declared[]): readonly Declared[] => {
  const named = new Set(
    finder(declared)
      .of('ikev2-profile')
      .flatMap(({ props }) => (props['aaaAuthorization'] ?? []) as readonly Bag[])
      .map(policyNameIn),
  );
  return finder(declared)
    .of('ikev2-authorization-policy')
    .filter(({ name }) => !named.has(name));
};

/** Whether those who call by a profile tell the routes of tunnels: then they are routers, and no users. */
export const areRouters = (profile: Declared, declared: readonly Declared[]): boolean => {
  const line = lineOf(profile, 'group');
  const policy = line && finder(declared).named('ikev2-authorization-policy', String(policyNameIn(line)));
  return (policy?.props['routeSetInterface'] ?? policy?.props['routeAccept']) !== undefined;
};

const byRouter = (line: Bag, profile: Declared, declared: readonly Declared[]): Authorization | Lack => {
  const find = finder(declared);
  const policyOf = (name: string): Declared | undefined => find.named('ikev2-authorization-policy', name);
  const given = (groups: readonly Declared[], choose?: string): Authorization => ({
    given: defined({
      by: 'router',
      groups: groups.map((each) => groupOf(each, declared)),
      choose,
      list: refIn(line['list'])?.name,
    }),
  });
  const name = policyNameIn(line);
  if (typeof name === 'string') {
    const own = policyOf(name);
    return own === undefined ? `no declared IKEv2 authorization policy is called ${name}` : given([own]);
  }
  if (line['nameMangler'] === undefined) {
    const ids = (profile.props['matchRemoteKeyIds'] ?? []) as readonly string[];
    return given(
      ids.flatMap((id) => policyOf(id) ?? []),
      'key-id',
    );
  }
  const mangler = find.at(line['nameMangler']);
  const choice = mangler && choiceOf(mangler);
  return choice === undefined
    ? `the name mangler ${refIn(line['nameMangler'])!.name} takes neither the organization unit nor the domain of users`
    : given(unnamed(declared), choice);
};

/** Who says what the users of an IKEv2 profile may have. */
export const authorizationOf = (profile: Declared, declared: readonly Declared[]): Authorization | Lack => {
  const [group, user] = [lineOf(profile, 'group'), lineOf(profile, 'user')];
  const line = group ?? user;
  if (line === undefined) return {};
  const list = finder(declared).at(line['list']);
  const asked = onlyOf(list?.props['methods']);
  if (list === undefined)
    return `its authorization list ${refIn(line['list'])?.name ?? ''} is not declared by this program`;
  if (isRef(asked)) return byRadius(asked, profile, declared);
  if (asked !== 'local')
    return `its authorization list ${list.name} asks neither the router alone nor one group of servers`;
  return user === undefined
    ? byRouter(line, profile, declared)
    : 'the router itself says what each user may have, and not only each group';
};
