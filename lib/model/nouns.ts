import type { z } from 'zod';
import { clientNouns } from './clients';
import { duoNouns, duoProxyNouns } from './duo';
import { firewallNouns } from './firewall';
import { iseNouns } from './ise';
import { joined } from './lazily';
import { managerNouns } from './manager';
import { routerNouns } from './router';
import { deviceNouns } from './shared';

interface FamilyOf<N> {
  readonly nouns: N;
  readonly home: string;
}
/** Said by name, so that the published types refer to each noun's and do not repeat them. */
interface Families {
  readonly manager: FamilyOf<typeof managerNouns>;
  readonly client: FamilyOf<typeof clientNouns>;
  readonly router: FamilyOf<typeof routerNouns>;
  readonly device: FamilyOf<typeof deviceNouns>;
  readonly firewall: FamilyOf<typeof firewallNouns>;
  readonly duoProxy: FamilyOf<typeof duoProxyNouns>;
  readonly ise: FamilyOf<typeof iseNouns>;
  readonly duo: FamilyOf<typeof duoNouns>;
}

/** Families of nouns by who knows them, and what the others say: where to declare such a thing. */
export const families: Families = {
  manager: { nouns: managerNouns, home: 'this is an object of an FMC: declare it on an Fmc' },
  client: { nouns: clientNouns, home: 'this is a file for clients: declare it on a ClientFiles' },
  router: { nouns: routerNouns, home: 'only a router has it: declare it on an IosXeRouter' },
  device: { nouns: deviceNouns, home: 'this is configuration of a router or firewall: declare it there' },
  firewall: { nouns: firewallNouns, home: 'this is an object of an ASA: declare it on an AsaFirewall' },
  duoProxy: { nouns: duoProxyNouns, home: 'this is a section of a Duo proxy: declare it on a DuoProxyHost' },
  ise: { nouns: iseNouns, home: 'this is an object of ISE: declare it on an IseServer' },
  duo: { nouns: duoNouns, home: 'this is an object of Duo: declare it on a DuoAccount' },
};
export type Family = keyof typeof families;
export type KindsOf<F extends Family> = { [G in F]: keyof (typeof families)[G]['nouns'] }[F];

/**
 * Every noun there is. A platform's grammar record has exactly these keys: one that forgets a noun does not compile.
 * A platform answers the families that it knows nothing of in one line (`noneBut`).
 */
export const nouns: typeof managerNouns &
  typeof routerNouns &
  typeof deviceNouns &
  typeof firewallNouns &
  typeof clientNouns &
  typeof duoProxyNouns &
  typeof iseNouns &
  typeof duoNouns = joined(
  managerNouns,
  routerNouns,
  deviceNouns,
  firewallNouns,
  clientNouns,
  duoProxyNouns,
  iseNouns,
  duoNouns,
);

export type Kind = keyof typeof nouns;
/** A noun as the platforms read it: checked, defaults filled in, references resolved to names. */
export type NounOf<K extends Kind> = z.output<(typeof nouns)[K]['schema']>;
/** A noun as a user writes it: references are constructs, defaults may be left out. */
export type PropsOf<K extends Kind> = z.input<(typeof nouns)[K]['schema']>;
