import { withoutRemedy } from '../../model/wording';

/** What settings of a level-2 construct are called where nobody wrote them. */
const settings: Readonly<Record<string, string>> = {
  'suite.pfs': 'the group of perfect forward secrecy',
  'lifetimes.ike': 'the lifetime of the IKE SA',
  'lifetimes.ipsec': 'the lifetime of the IPsec SA',
  'dpd.interval': 'dead peer detection, the seconds without a word',
  'dpd.retry': 'dead peer detection, the seconds between questions',
  'dpd.mode': 'dead peer detection, when it asks',
  tunnel: 'the tunnel address',
  networks: 'the networks behind it',
};

const called = (where: string, ids: readonly string[]): string => {
  const end = /^ends\[(\d+)\]\.?(.*)$/.exec(where);
  if (end === null) return settings[where] ?? where;
  return `${settings[end[2]!] ?? end[2]!} of ${ids[Number(end[1])] ?? 'an end'}`;
};

/**
 * A fault that a construct of level 2 found in its trial, for a person who wrote none of its props: without the path of the
 * trial and without what its author should write instead. `ids`: the devices of its ends.
 */
export const trialWords = (className: string, message: string, ids: readonly string[]): string => {
  const [, where, what = message] = /^([a-z][\w.[\]]*): (.*)$/s.exec(message) ?? [];
  const fault = withoutRemedy(what);
  const lead = `a ${className} cannot be this`;
  return where === undefined ? `${lead}: ${fault}` : `${lead}: ${called(where, ids)}: ${fault}`;
};
