/** The fixed key of Cisco's type 7, which hides a password from a glance and from nothing else. */
const xlat = 'dsfd;kfoA,.iyewrkldJKDHSUBsgvca69834ncxv9873254k;fg87';

/** The text behind a type 7 string, or undefined where it is none. */
export const decodeType7 = (encoded: string): string | undefined => {
  if (!/^\d{2}([0-9A-Fa-f]{2})+$/.test(encoded)) return undefined;
  const seed = Number(encoded.slice(0, 2));
  const bytes = encoded.slice(2).match(/../g)!;
  return Buffer.from(bytes.map((byte, i) => parseInt(byte, 16) ^ xlat.charCodeAt((seed + i) % xlat.length))).toString();
};
