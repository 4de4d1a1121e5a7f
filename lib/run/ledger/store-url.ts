import { fail } from '../../kernel/problem';
import { defaultLedgerKey, ledgerPlace, type LedgerPlace, type LedgerPlaceProps } from '../../model/ledger-place';
import type { SecretRef } from '../../model/secret';

/** A place that an option or a variable names: of a database its URL is known here, and goes no further. */
export type NamedPlace =
  | { readonly kind: 'files'; readonly directory: string }
  | { readonly kind: 'place'; readonly place: LedgerPlace; readonly url?: string };

const examples =
  'postgres://ledger@db.example.net/ledgers?team=branches, s3://BUCKET/PREFIX?region=REGION, or a directory';

const urlOf = (text: string): URL | undefined => {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
};

const checked = (place: LedgerPlaceProps, option: string): LedgerPlace => {
  const result = ledgerPlace.safeParse(place);
  if (result.success) return result.data;
  const words = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  return fail('store.url', option, `is not the URL of a store: ${words}`, `Examples: ${examples}`);
};

const onlyKnown = (url: URL, known: readonly string[], option: string): void => {
  for (const name of url.searchParams.keys())
    if (!known.includes(name))
      fail('store.url', option, `has a parameter '${name}' that is not known`, `there are: ${known.join(', ')}`);
};

const bucketOf = (url: URL, key: SecretRef, option: string): LedgerPlace => {
  onlyKnown(url, ['region', 'endpoint'], option);
  const said = (name: string) => {
    const value = url.searchParams.get(name);
    return value === null ? {} : { [name]: value };
  };
  const prefix = url.pathname.replace(/^\/|\/$/g, '');
  const rest = { ...(prefix === '' ? {} : { prefix }), ...said('region'), ...said('endpoint') };
  return checked({ kind: 's3', bucket: url.hostname, ...rest, key }, option);
};

/**
 * Reads `--store`: a URL, or a directory. `typed`: it stands on the command line, where every user of the machine can read
 * it.
 */
export const namedPlace = (
  text: string,
  {
    option,
    key = defaultLedgerKey,
    typed,
  }: { readonly option: string; readonly key?: SecretRef; readonly typed: boolean },
): NamedPlace => {
  const url = urlOf(text);
  if (url?.protocol === 's3:') return { kind: 'place', place: bucketOf(url, key, option) };
  if (url?.protocol === 'postgres:' || url?.protocol === 'postgresql:') {
    if (typed && url.password !== '')
      fail(
        'store.password',
        option,
        'has a password in it, which every user of this machine can read in the list of processes',
        'put the URL into the variable TUNNELWRIGHT_STORE, or the password into PGPASSWORD',
      );
    const team = url.searchParams.get('team');
    url.searchParams.delete('team');
    const props = { kind: 'postgres', url: { secret: 'env', name: 'TUNNELWRIGHT_STORE' }, key } as const;
    const place = checked({ ...props, ...(team === null ? {} : { team }) }, option);
    return { kind: 'place', place, url: url.href };
  }
  if (/^[a-z][\w+.-]+:\/\//i.test(text))
    fail(
      'store.url',
      option,
      `'${url?.protocol ?? text.split(':')[0]}' is no store that is known here`,
      `write ${examples}`,
    );
  return { kind: 'files', directory: text.replace(/^file:/, '') };
};
