import type { Console } from '../../../wire/console';
import { certificatesIn } from '../../../engine/pki/certificates';
import { chainsIn, keysIn, type Chain, type Facts, type TrustpointFact } from '../../../engine/pki/observed';
import { syntax } from '../syntax';
import { printsOf, type Prints } from '../../../engine/pki/declared';

const printsIn = (text: string): Partial<Prints> => {
  const print = (hash: string): string | undefined =>
    new RegExp(`Fingerprint ${hash}: *([0-9A-F ]+)`).exec(text)?.[1]?.replaceAll(' ', '');
  const [md5, sha1] = [print('MD5'), print('SHA1')];
  return { ...(md5 ? { md5 } : {}), ...(sha1 ? { sha1 } : {}) };
};
/** What `crypto pki authenticate` prints before it asks. */
export const shownPrints = printsIn;

const factOf = (block: string, chain: Chain | undefined, ends: string | undefined): TrustpointFact => {
  const ca = /Issuing CA certificate configured:([^]*?)(?=Router \S+ \S+ certificate|Last enrollment|State:|$)/.exec(
    block,
  )?.[1];
  const authenticated = /Issuing CA authenticated \.+ Yes/.test(block);
  const own = /Router .*certificate configured:/.test(block);
  return {
    ca: authenticated ? { ...printsIn(ca ?? ''), ...(chain?.ca ? printsOf(chain.ca.raw) : {}) } : undefined,
    caCertificate: chain?.ca,
    own: own
      ? {
          spki: chain?.own?.publicKey.export({ type: 'spki', format: 'der' }),
          expires: chain?.own ? new Date(chain.own.validTo) : ends === undefined ? undefined : new Date(ends),
        }
      : undefined,
    pending: /Certificate request\(s\) \.+ Pending|certificate pending/i.test(block),
  };
};

const commands = [
  'show crypto key mypubkey rsa',
  'show crypto key mypubkey ec',
  'show crypto pki trustpoints status',
  'show running-config | section crypto pki certificate chain',
  'show crypto pki certificates verbose',
] as const;

/** Asks a router what keys and certificates it has, in one burst. */
export const readFacts = async (console: Console): Promise<Facts> => {
  const [rsa = '', ec = '', status = '', chains = '', listed = ''] = (await console.send(commands)).map(
    ({ output }) => output,
  );
  const held = chainsIn(chains, 'crypto pki certificate chain', syntax);
  const certificates = certificatesIn(listed).filter(({ role }) => !role.startsWith('CA'));
  const endOf = (name: string): string | undefined =>
    certificates.find(({ holders }) => holders.includes(name))?.expires;
  const blocks = status.split(/(?=^ *Trustpoint \S+:)/m).flatMap((block) => {
    const name = /^ *Trustpoint (\S+):/.exec(block)?.[1];
    return name === undefined ? [] : [[name, factOf(block, held.get(name), endOf(name))] as const];
  });
  return { keys: new Map([...keysIn('rsa', rsa), ...keysIn('ec', ec)]), trustpoints: new Map(blocks) };
};
