import type { Resource } from '../../../model/network';
import { isRef } from '../../../model/noun';
import { pathOfName } from '../../../model/ise/device-group-path';
import { callsOf, entriesFor, type Call } from '../../facts/ise-callers';
import { createFinding, type Finding, type Rule } from '../../engine/rule';

type PolicySet = Resource<'ise-policy-set'>;

/** The IKEv2 profiles of a router whose clients' EAP goes to this server and to no other. */
const handedOn = ({ caller, asked }: Call): readonly Resource<'ikev2-profile'>[] =>
  caller.all('ikev2-profile').filter(({ noun }) =>
    (noun.aaaAuthentication ?? []).some(({ method, list }) => {
      const [only, ...others] = caller.to(list)?.noun.methods ?? [];
      const group = isRef(only) ? caller.to(only) : undefined;
      const { servers = [], privateServers = [] } = group?.noun ?? {};
      const isAlone = others.length === 0 && privateServers.length === 0 && servers.length === 1;
      return method === 'eap' && isAlone && servers[0]!.ref === 'radius-server' && servers[0]!.name === asked.name;
    }),
  );

/** Groups of the one network device that ISE takes the router for; none where it may be another. */
const typesOf = (call: Call): readonly string[] => {
  const [entry, ...others] = entriesFor(call);
  if (!call.exactly || entry === undefined || others.length > 0) return [];
  return (entry.noun.deviceGroups ?? []).map((group) => (isRef(group) ? pathOfName(group.name) : group));
};

/** Whether a policy set is asked before all others, and is for devices of exactly these groups. */
const isFor = ({ noun }: PolicySet, types: readonly string[]): boolean => {
  const { condition, rank, state } = noun;
  if (rank !== 0 || state !== 'enabled' || !('attribute' in condition)) return false;
  const { dictionary, attribute, operator, value, not } = condition;
  const isExact = dictionary === 'DEVICE' && attribute === 'Device Type' && operator === 'equals' && !not;
  return isExact && types.includes(`Device Type#${value}`);
};

const found = (call: Call): readonly Finding[] => {
  const { asked, caller, engine } = call;
  const [profile] = asked.kind === 'radius-server' ? handedOn(call) : [];
  const types = profile === undefined ? [] : typesOf(call);
  return engine
    .all('ise-policy-set')
    .filter((set) => isFor(set, types))
    .flatMap((set) => {
      const allowed = engine.to(set.noun.protocols);
      if (allowed === undefined) return [];
      const { protocols } = allowed.noun;
      return protocols.some((one) => one.startsWith('eap-') || one === 'peap')
        ? []
        : [
            createFinding(
              allowed,
              `allows ${protocols.join(', ')}, and ${caller.id} hands the EAP of clients of ${profile!.name} on to the policy set ${set.name}: nobody can log in`,
              "write 'eap-md5' for AnyConnect, 'peap' for Windows",
            ),
          ];
    });
};

export const noEapAllowed: Rule = {
  id: 'TW-ISE-003',
  title: 'A router hands EAP on to ISE, which allows none',
  why: 'With `authentication remote eap` a router is a pass-through authenticator: the server speaks EAP with the client (Cisco, Configuring the FlexVPN Server). Where the allowed protocols of the policy set that ISE picks for the router have no method of EAP, ISE refuses every login. Said where nothing else can pick the request: one server, one network device, the first policy set, for its device type alone.',
  packs: { correctness: 'error' },
  looksAt: ['ikev2-profile', 'radius-server', 'ise-network-device', 'ise-policy-set', 'ise-allowed-protocols'],
  ofSeveral: true,
  check: (network) => callsOf(network).flatMap(found),
};
