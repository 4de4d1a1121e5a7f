import { statement } from '../../../desired/cli/forms';
import type { Words } from '../../../desired/cli/words';
import type { NounOf } from '../../../model/nouns';

type Exemption = NounOf<'nat-exemption'>;

const form = /^\((\S+),(\S+)\) source static (\S+) (\S+) destination static (\S+) (\S+) no-proxy-arp route-lookup$/;
const object = (name: string) => ({ ref: 'network-object' as const, name });

/** Both ends stand for themselves: any other rule of NAT is of no noun. */
const words: Words<Partial<Exemption>> = {
  print: ({ inside, outside, networks, peers }) => {
    const [here, there] = [networks?.name ?? 'any', peers!.name];
    const line = `(${inside},${outside}) source static ${here} ${here} destination static ${there} ${there}`;
    return `${line} no-proxy-arp route-lookup`.split(' ');
  },
  read: (line, at) => {
    const [, inside, outside, here, shown, there, seen] = form.exec(line.slice(at).join(' ')) ?? [];
    if (inside === undefined || here !== shown || there !== seen) return { miss: 'invalid', at };
    const networks = here === 'any' ? {} : { networks: object(here!) };
    const name = [inside, outside, here, there].join('/');
    return { value: { name, inside, outside: outside!, ...networks, peers: object(there!) }, next: line.length };
  },
};

/** The whole line is what it is known by. */
export const natExemption = statement<Exemption>({ lead: 'nat', words });
