import { blocks, line, lines, refused, section, statement, statements, writtenAs } from '../../../desired/cli/forms';
import type { Fields } from '../../../desired/cli/grammar';
import { byName, nothing } from '../../../desired/cli/plain-words';
import { after, integer, name, oneOf, refTo, rest, sequence, type Words } from '../../../desired/cli/words';
import type { NounOf } from '../../../model/nouns';

const one: Words<{ name: string }> = {
  print: () => [],
  read: (_words, at) => ({ value: { name: 'webvpn' }, next: at }),
};

type CustomAttribute = NonNullable<NounOf<'webvpn'>['customAttributes']>[number];
type Provider = NonNullable<NounOf<'webvpn'>['samlProviders']>[number];
/** What an ASA fills in besides (`signature`, `force re-authentication`) is printed with `no`, or not at all: not proven. */
const samlProvider: Fields<Provider> = {
  entityId: writtenAs('in the header'),
  signInUrl: line('url sign-in', name),
  signOutUrl: line('url sign-out', name),
  baseUrl: line('base-url', name),
  certificate: line('trustpoint idp', refTo('cert-trustpoint')),
  ownCertificate: line('trustpoint sp', refTo('cert-trustpoint')),
  signature: line('signature', oneOf('rsa-sha1', 'rsa-sha256', 'rsa-sha384', 'rsa-sha512')),
};

/** There is one on a device and it is everybody's. */
export const webvpn = section<NounOf<'webvpn'>>({
  lead: 'webvpn',
  prompt: 'config-webvpn',
  key: one,
  ownership: 'lines',
  shared: true,
  fields: {
    enable: lines('enable', name),
    anyconnectImages: lines('anyconnect image', sequence({ file: name, order: integer(1, 65535) })),
    anyconnectProfiles: lines('anyconnect profiles', sequence({ name, file: name })),
    anyconnectEnable: line('anyconnect enable', nothing),
    samlProviders: blocks('saml idp', 'entityId', 'config-webvpn-saml-idp', samlProvider),
    customAttributes: lines(
      'anyconnect-custom-attr',
      sequence<CustomAttribute>({ attribute: name, description: after(['description'], rest) }, ['description']),
      {
        key: ({ attribute }) => [attribute],
        undo: ({ attribute }) => ['no', 'anyconnect-custom-attr', attribute],
      },
    ),
    tunnelGroupList: line('tunnel-group-list enable', nothing),
  },
});

/**
 * `ssl trust-point TP outside`: typed again it names another trustpoint. What is for the cluster address (`vpnlb-ip`),
 * for a name (`domain`) or for all other interfaces is of no noun. Whether an ASA refuses a trustpoint without a
 * certificate is not proven: no source of ours shows it.
 */
export const sslTrustpoint = statement<NounOf<'ssl-trustpoint'>>({
  lead: 'ssl trust-point',
  words: byName,
  args: sequence<Pick<NounOf<'ssl-trustpoint'>, 'trustpoint'>>({ trustpoint: refTo('cert-trustpoint') }),
  keyLast: true,
  retype: true,
});

const here = refused('set by hand on an ASA: leave it out');
/** What is particular to one server (`key`, `prefer`) is refused by the platform. */
export const ntpServers = statements<NounOf<'ntp-servers'>>({
  lead: 'ntp server',
  fields: {
    servers: lines('ntp server', name),
    keys: here,
    trustedKeys: here,
    authenticate: here,
    source: here,
  },
});
