import { secureClientProfileDocument } from '../../../documents/secure-client-profile';
import { flag, heldFile, line, section, statement, statements } from '../../../desired/cli/forms';
import { after, integer, name, oneOf, refTo, sequence, type Words } from '../../../desired/cli/words';
import type { NounOf } from '../../../model/nouns';
import type { Ref } from '../../../model/noun';
import { anyAddress, byName, port, vrf } from './words';

type Policy = NounOf<'ssl-policy'>;
type Anyconnect = NounOf<'anyconnect-profile'>;

/** Both servers are printed on or off. */
export const httpServer = statements<NounOf<'http-server'>>({
  lead: 'ip http',
  fields: {
    server: flag('ip http server'),
    port: line('ip http port', integer(1, 65535), { defaultOmitted: 80 }),
    authentication: line('ip http authentication', oneOf('local', 'aaa', 'enable')),
    secureServer: flag('ip http secure-server'),
    securePort: line('ip http secure-port', integer(443, 65535), { defaultOmitted: 443 }),
    secureTrustpoint: line('ip http secure-trustpoint', refTo('cert-trustpoint')),
  },
});

const signing: Words<Policy['trustpoint']> = {
  print: (value) => [value.name, 'sign'],
  read: (words, at) => {
    const read = refTo('cert-trustpoint').read(words, at);
    if ('miss' in read) return read;
    return words[read.next]?.toLowerCase() === 'sign' ? { ...read, next: read.next + 1 } : read;
  },
};
const listening = after(['port'], integer(443, 65535));

/** A device begins with it shut; it is opened last, when it has a trustpoint and an address. */
export const sslPolicy = section<Policy>({
  lead: 'crypto ssl policy',
  prompt: 'config-crypto-ssl-policy',
  key: byName,
  fields: {
    proposal: line('ssl proposal', name),
    trustpoint: line('pki trustpoint', signing),
    address: line(
      'ip address local',
      sequence<NonNullable<Policy['address']>>({ local: anyAddress, port: listening, vrf: after(['vrf'], vrf) }, [
        'port',
        'vrf',
      ]),
    ),
    interface: line(
      'ip interface local',
      sequence<NonNullable<Policy['interface']>>({ local: port, port: listening }, ['port']),
    ),
    shutdown: flag('shutdown', true),
  },
});

const profileAt = (name: string): string => `bootflash:/${name}.xml`;

/** The file of a client profile, on the flash that every router has. */
export const secureClientProfile = heldFile<NounOf<'secure-client-profile'>>(
  ({ name: own }) => profileAt(own),
  (profile) => secureClientProfileDocument(profile).text,
);

/** Where a declared profile lies, or a file that is not declared. */
const profileFile: Words<string | Ref<'secure-client-profile'>> = {
  print: (file) => [typeof file === 'string' ? file : profileAt(file.name)],
  read: (words, at) => name.read(words, at),
};

export const anyconnectProfile = statement<Anyconnect>({
  lead: 'crypto vpn anyconnect profile',
  words: byName,
  args: sequence<Omit<Anyconnect, 'name'>>({ file: profileFile }),
  retype: true,
});
