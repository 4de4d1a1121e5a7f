import type { Ask } from '../../../wire/console';
import { asking, type PkiDevice } from '../../../engine/pki/device';
import { readFacts, shownPrints } from './facts';

const enrollAsks: readonly Ask[] = [
  asking('router serial number in the subject name', 'no'),
  asking('Include an IP address', 'no', String.raw`\[(no|yes\/no)\]: ?$`),
  asking('continue with re-enrollment', 'yes'),
  asking('Display Certificate Request', 'yes'),
  asking('Redisplay enrollment request', 'no'),
  asking('Request certificate from CA', 'yes'),
  asking('Generate Self Signed Router Certificate', 'yes'),
  asking('(existing|already).*(replace|resend|re-?enroll)', 'yes'),
  // Without a password in the trustpoint none is set: revocation goes by the authority's own ways.
  { prompt: /assword: ?$/, answer: '' },
];

/** Lines that begin with `%` and that a dialogue of certificates prints when all is well. */
const usual = [
  /^% ?$/,
  /^% ?Start certificate enrollment/i,
  /^% ?The subject name in the certificate/i,
  /^% ?The (serial number|IP address|fully-qualified|'show crypto)/i,
  /^% ?Include (the router serial|an IP address)/i,
  /^% ?Create a challenge password/i,
  /^% ?Certificate request sent/i,
  /^% ?(Router )?Certificate successfully imported/i,
  /^% ?Do you (accept|really)/i,
  /^% ?Importing/i,
  /^% ?Generating|^% ?The key modulus|^% ?You already have/i,
  /^% ?If you continue|^% ?Do you want to continue/i,
];
/** Keys and certificates of a router. */
export const pki: PkiDevice = {
  trustpoint: /^crypto pki trustpoint (\S+)$/,
  list: 'show crypto pki certificates verbose',
  lines: {
    generate: (type, label, bits) =>
      type === 'rsa'
        ? `crypto key generate rsa general-keys label ${label} modulus ${bits}`
        : `crypto key generate ec keysize ${bits} label ${label}`,
    authenticate: (name) => `crypto pki authenticate ${name}`,
    enroll: (name) => `crypto pki enroll ${name}`,
    importOwn: (name) => `crypto pki import ${name} certificate`,
    importPkcs12: (name) => `crypto pki import ${name} pkcs12 terminal password`,
    clear: (name) => `no crypto pki certificate chain ${name}`,
  },
  enrollAsks,
  importAsks: [asking('(replace|overwrite|existing)', 'yes')],
  usual,
  readFacts,
  prints: shownPrints,
};
