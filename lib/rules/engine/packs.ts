/** What comes with Tunnelwright. */
export const packs = {
  correctness: {
    title: 'What cannot work, or will not for long',
    why: 'Always on. Facts that two places disagree on, references that lead nowhere, objects that a device ignores without a word.',
  },
  'nsa-cisa-remote-access': {
    title: 'Remote access as NSA and CISA advise',
    why: 'IPsec with IKEv2 and strong cryptography in place of SSL/TLS, certificates, and nothing else open on the headend (NSA and CISA, Selecting and Hardening Remote Access VPN Solutions; NSA, Configuring IPsec Virtual Private Networks; the remote access whitepaper).',
  },
  'cnsa-1': {
    title: 'Commercial National Security Algorithm Suite 1.0',
    why: 'AES-256, SHA-384 or stronger, ECDH and ECDSA with P-384, Diffie-Hellman and RSA of 3072 bits or more (CNSSP 15; RFC 9206 for IPsec).',
  },
  'cnsa-2': {
    title: 'Commercial National Security Algorithm Suite 2.0',
    why: 'CNSA 2.0 asks for ML-KEM-1024, AES-256 and SHA-384 or SHA-512. Signatures with ML-DSA no platform here has yet, so only key exchange and ciphers are asked for.',
  },
  'field-guide': {
    title: 'The discipline of the field guide',
    why: 'Certificates alone and no key beside them, the same lifetimes written at both ends (28800 and 3600), synchronised clocks (the field guide on site-to-site VPN with IKEv2 certificates).',
  },
} as const;

/** Packs of rules that come with Tunnelwright: `new RulePack(name)` takes one by its name. */
export type PackName = keyof typeof packs;
