import { notValid } from '../wording';
import { plain } from '../plain-text';

/** A network device group by its path from the root, as ISE writes it. */
export const deviceGroupPath = plain().regex(/^[^#>{}",]+(#[^#>{}",]+)+$/, {
  error: notValid('network device group', 'its path from the root, like Device Type#All Device Types#Routers'),
});

/** The name by which it is known here: `Device Type > All Device Types > Routers`. */
export const nameOfPath = (path: string): string => path.split('#').join(' > ');
export const pathOfName = (name: string): string => name.split(' > ').join('#');
