import { utils } from 'ssh2';

/**
 * A new Ed25519 key pair in OpenSSH form. About one in 500 that ssh2 1.17 makes it cannot read again ("Malformed
 * OpenSSH private key"), so each is tried.
 */
export const newKeyPair = (): { readonly private: string; readonly public: string } => {
  for (;;) {
    const pair = utils.generateKeyPairSync('ed25519');
    if (!(utils.parseKey(pair.private) instanceof Error)) return pair;
  }
};
