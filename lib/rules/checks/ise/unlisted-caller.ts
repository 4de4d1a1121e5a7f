import { secretMarker } from '../../../model/secret';
import { callsOf, entriesFor, type Call } from '../../facts/ise-callers';
import { createFinding, type Rule } from '../../engine/rule';

const secretsOf = ({ engine }: Call): readonly string[] =>
  engine
    .all('ise-network-device')
    .flatMap(({ noun }) => [noun.radiusSharedSecret, noun.secondRadiusSharedSecret])
    .flatMap((secret) => (secret === undefined ? [] : [secretMarker(secret)]));

/** Where it asks from is not known exactly, who has its secret is. */
const mayBeKnown = (call: Call): boolean =>
  !call.exactly && call.key !== undefined && secretsOf(call).includes(secretMarker(call.key));

export const unlistedIseCaller: Rule = {
  id: 'TW-ISE-001',
  title: 'A device that ISE does not know',
  why: 'ISE drops RADIUS from an address that is not a network device of it, without an answer: the device sees a dead server and nobody can log in. With a Duo proxy between them it is the address of the proxy that must stand in ISE (the AnyConnect and Duo guide).',
  packs: { correctness: 'warning' },
  looksAt: ['ise-network-device', 'radius-server', 'aaa-server', 'duo-radius-client'],
  ofSeveral: true,
  check: (network) =>
    callsOf(network)
      .filter((call) => entriesFor(call).length === 0 && !mayBeKnown(call))
      .map(({ asked, engine, exactly, from, caller }) =>
        createFinding(
          asked,
          exactly
            ? `asks ${engine.id} from ${from[0]}, which is not a network device of it`
            : `asks ${engine.id}, and none of its network devices has an address or the secret of ${caller.id}`,
          `declare an IseNetworkDevice on ${engine.id} with the address that ${caller.id} asks from`,
        ),
      ),
};
