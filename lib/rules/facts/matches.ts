import type { NounOf } from '../../model/nouns';
import { isEveryAddress } from './profile';

/** What a profile matches, in words that two profiles may share. */
export const matchesOf = (noun: NounOf<'ikev2-profile'>): readonly string[] => {
  const each = (what: string, values: readonly string[] | undefined): readonly string[] =>
    (values ?? []).map((value) => `${what} ${value}`);
  const addresses = noun.matchRemoteAddresses ?? [];
  return [
    ...(noun.matchRemoteAny ? ['every identity'] : []),
    ...(addresses.some(isEveryAddress) ? ['every address'] : []),
    ...each(
      'the address',
      addresses.filter((address) => !isEveryAddress(address)),
    ),
    ...each('the name', noun.matchRemoteFqdns),
    ...each('names in', noun.matchRemoteFqdnDomains),
    ...each('the mail address', noun.matchRemoteEmails),
    ...each('mail addresses in', noun.matchRemoteEmailDomains),
    ...each('the key id', noun.matchRemoteKeyIds),
    ...each(
      'the certificate map',
      noun.matchCertificates?.map(({ name }) => name),
    ),
  ];
};
