import { createHash } from 'node:crypto';

/** Cisco's type 7: reversible, only against looking over a shoulder. The salt is always 2 here. */
const key = 'dsfd;kfoA,.iyewrkldJKDHSUBsgvca69834ncxv9873254k;fg87';
const salt = 2;

export const type7 = (text: string): string =>
  String(salt).padStart(2, '0') +
  [...Buffer.from(text)]
    .map((byte, i) => (byte ^ key.charCodeAt((salt + i) % key.length)).toString(16).padStart(2, '0').toUpperCase())
    .join('');

/** Type 6 cannot be read without the device's master key; here it is only something opaque of the same look. */
export const type6 = (text: string): string =>
  createHash('sha256').update(`lab${text}`).digest('base64url').replace(/[-_]/g, 'A').slice(0, 30);
