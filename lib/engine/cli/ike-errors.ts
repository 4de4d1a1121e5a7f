/**
 * What the words mean by which Cisco's devices log the end of a negotiation (IOS-XE `%IKEV2-3-NEG_ABORT`, ASA 750003), for a
 * person who must mend it. Not proven on devices: which words a device has for what.
 */
const meanings: Readonly<Record<string, string>> = {
  'Maximum number of retransmissions reached': 'the peer does not answer',
  'Failed to find a matching policy': 'the ends have no IKEv2 proposal in common',
  'Failed to locate an item in the database': 'no IKEv2 profile is for what the peer says it is',
  'Auth exchange failed': 'one end does not know the other by what it says it is, or keys or certificates differ',
  'There was no IPSEC policy found for received TS': 'the ends do not protect the same networks',
  'Received no proposal chosen notify': 'the ends have no ESP algorithms or PFS group in common',
};

/** The device's words, and what they mean where that is known. */
export const explainedIkeError = (words: string): string =>
  meanings[words] === undefined ? words : `${words} (${meanings[words]})`;
