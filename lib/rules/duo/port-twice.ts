import { meet, rangeOf, type Range } from '../address';
import { duoServersOn, type DuoServer } from '../duo-proxy';
import { finding, onDevices, type Rule } from '../rule';

const spans = ({ callers }: DuoServer): readonly Range[] =>
  callers.flatMap(({ address }) => {
    const [from, to] = address.split('-').map(rangeOf);
    return from === undefined ? [] : [{ from: from.from, to: (to ?? from).to }];
  });
const oneSocket = (a: DuoServer, b: DuoServer): boolean =>
  a.port === b.port && (a.interface === b.interface || a.interface === undefined || b.interface === undefined);

export const portTwice: Rule = {
  id: 'TW-DUO-005',
  title: 'Two servers of a Duo proxy for the same callers',
  why: 'Two sections may listen on one port and address only for callers of their own; else the proxy does not start (the checker of the Duo Authentication Proxy, radius_ip overlaps).',
  packs: { correctness: 'error' },
  looksAt: ['duo-radius-server-auto', 'duo-radius-server-challenge', 'duo-radius-server-concat'],
  check: onDevices((device) => {
    const all = duoServersOn(device);
    return all.flatMap((server, i) =>
      all
        .slice(0, i)
        .filter(
          (other) =>
            oneSocket(server, other) && spans(server).some((one) => spans(other).some((two) => meet(one, two))),
        )
        .map((other) =>
          finding(
            server.resource,
            `listens on port ${server.port} for callers that ${other.resource.name} answers too`,
            'write another port, or other callers',
          ),
        ),
    );
  }),
};
