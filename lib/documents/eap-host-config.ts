import type { NounOf } from '../model/nouns';
import { element, withAttributes, xmlLine, type Element } from './xml';

type Authentication = NounOf<'windows-vpn-client'>['authentication'];
type Eap = Exclude<Authentication, { method: 'machine-certificate' }>;
type Server = Pick<Extract<Eap, { method: 'eap-tls' }>, 'serverNames' | 'trustedRoots'>;

const provisioning = 'http://www.microsoft.com/provisioning/';
const of = (schema: string, one: Element): Element => withAttributes(one, { xmlns: `${provisioning}${schema}` });

/** Method numbers of IANA: EAP-TLS 13, PEAP 25, EAP-MSCHAPv2 26. */
const types = { 'eap-tls': 13, 'eap-peap': 25, 'eap-mschapv2': 26 } as const;

const eap = (type: number, schema: string, settings: readonly Element[]): Element =>
  of(
    'BaseEapConnectionPropertiesV1',
    element('Eap', undefined, [element('Type', type), of(schema, element('EapType', undefined, settings))]),
  );

/** The server must have one of these names, from one of these roots, and no user is asked whether that is right. */
const validation = ({ serverNames, trustedRoots }: Server): Element =>
  element('ServerValidation', undefined, [
    element('DisableUserPromptForServerValidation', true),
    element('ServerNames', serverNames.join(';')),
    ...trustedRoots.map((root) => element('TrustedRootCA', `${root.match(/../g)!.join(' ')} `)),
  ]);
const validated = (schema: string): readonly Element[] => [
  of(schema, element('PerformServerValidation', true)),
  of(schema, element('AcceptServerName', true)),
];

const mschapv2 = (): Element =>
  eap(types['eap-mschapv2'], 'MsChapV2ConnectionPropertiesV1', [element('UseWinLogonCredentials', false)]);

const tls = (server: Server): Element =>
  eap(types['eap-tls'], 'EapTlsConnectionPropertiesV1', [
    element('CredentialsSource', undefined, [
      element('CertificateStore', undefined, [element('SimpleCertSelection', true)]),
    ]),
    validation(server),
    element('DifferentUsername', false),
    ...validated('EapTlsConnectionPropertiesV2'),
  ]);

const peap = (server: Server, inner: 'mschapv2' | 'tls'): Element =>
  eap(types['eap-peap'], 'MsPeapConnectionPropertiesV1', [
    validation(server),
    element('FastReconnect', true),
    element('InnerEapOptional', false),
    inner === 'tls' ? tls(server) : mschapv2(),
    element('EnableQuarantineChecks', false),
    element('RequireCryptoBinding', false),
    element('PeapExtensions', undefined, [...validated('MsPeapConnectionPropertiesV2')]),
  ]);

const configOf = (authentication: Eap): Element => {
  switch (authentication.method) {
    case 'eap-mschapv2':
      return mschapv2();
    case 'eap-tls':
      return tls(authentication);
    case 'eap-peap':
      return peap(authentication, authentication.inner);
  }
};

/** The EAP configuration of a connection, on one line: `EapHostConfig` of Microsoft. */
export const eapHostConfig = (authentication: Eap): string => {
  const common = (name: string, value: number): Element => of('EapCommon', element(name, value));
  const method = element('EapMethod', undefined, [
    common('Type', types[authentication.method]),
    common('VendorId', 0),
    common('VendorType', 0),
    common('AuthorId', 0),
  ]);
  const config = of('EapHostConfig', element('Config', undefined, [configOf(authentication)]));
  return xmlLine(of('EapHostConfig', element('EapHostConfig', undefined, [method, config])));
};
