/** A text as it stands in XML. */
const escaped = (text: string): string => text.replace(/[<>&"']/g, (sign) => `&#${String(sign.codePointAt(0))};`);

/** What clients must know before they connect: with client services off nobody hands it to them. */
export interface RaClientProfile {
  /** What users see: `Example staff`. */
  readonly displayName: string;
  /** Name or address at which the firewall is reached. */
  readonly address: string;
  /** Seconds that the client waits for a login, 10 to 120. Default: the client's own 30, which a push to a phone outlasts. */
  readonly authenticationTimeout?: number;
}

/** A profile of Secure Client that connects by IPsec, or by TLS as the client does without one. */
export const clientProfileXml = (
  { displayName, address, authenticationTimeout: seconds }: RaClientProfile,
  protocol: 'IPsec' | 'SSL',
): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<AnyConnectProfile xmlns="http://schemas.xmlsoap.org/encoding/">',
    ...(seconds === undefined
      ? []
      : [
          '  <ClientInitialization>',
          `    <AuthenticationTimeout>${seconds}</AuthenticationTimeout>`,
          '  </ClientInitialization>',
        ]),
    '  <ServerList>',
    '    <HostEntry>',
    `      <HostName>${escaped(displayName)}</HostName>`,
    `      <HostAddress>${escaped(address)}</HostAddress>`,
    `      <PrimaryProtocol>${protocol}</PrimaryProtocol>`,
    '    </HostEntry>',
    '  </ServerList>',
    '</AnyConnectProfile>',
    '',
  ].join('\n');
