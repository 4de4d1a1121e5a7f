import type { LedgerPlace } from '../../model/ledger-place';
import { readSecret } from '../secrets/read';
import { keyFrom } from './key-source';
import type { LedgerStore } from './store';

/** Opens a store that is shared; its module is loaded by who uses it. `url`: of a database, where it is known already. */
export const openStore = async (place: LedgerPlace, url?: string): Promise<LedgerStore> => {
  const key = (): Promise<Buffer> => keyFrom(place.key);
  if (place.kind === 's3') {
    const { s3Store } = await import('./s3/store.js');
    return s3Store({ ...place, key });
  }
  const { postgresStore } = await import('./postgres/store.js');
  return postgresStore({ url: url ?? (await readSecret(place.url, 'ledger')), team: place.team, key });
};
