/** The client profile of the AnyConnect and Duo guide: whom the client calls, and how it behaves. */
import type { SecureClientProfileProps } from 'tunnelwright';

const user = <T>(value: T) => ({ value, userControllable: true });
const fixed = <T>(value: T) => ({ value, userControllable: false });

/** It says what the client does by itself too. */
const preferences: SecureClientProfileProps['preferences'] = {
  useStartBeforeLogon: user(false),
  automaticCertSelection: user(true),
  showPreConnectMessage: false,
  certificateStore: 'All',
  certificateStoreMac: 'All',
  certificateStoreOverride: false,
  proxySettings: 'Native',
  allowLocalProxyConnections: false,
  // The guide has 30, which ends the login of a user whose phone is in a bag.
  authenticationTimeout: 120,
  autoConnectOnStart: user(false),
  minimizeOnConnect: user(true),
  localLanAccess: user(false),
  disableCaptivePortalDetection: fixed(false),
  clearSmartcardPin: user(true),
  ipProtocolSupport: 'IPv4,IPv6',
  autoReconnect: fixed(true),
  autoReconnectBehavior: fixed('ReconnectAfterResume'),
  suspendOnConnectedStandby: false,
  autoUpdate: fixed(true),
  rsaSecurIdIntegration: fixed('Automatic'),
  windowsLogonEnforcement: 'SingleLocalLogon',
  linuxLogonEnforcement: 'SingleLocalLogon',
  windowsVpnEstablishment: 'AllowRemoteUsers',
  linuxVpnEstablishment: 'LocalUsersOnly',
  pppExclusion: fixed('Automatic'),
  enableScripting: fixed(false),
  enableAutomaticServerSelection: user(false),
  captivePortalRemediationBrowserFailover: false,
  allowManualHostInput: true,
};

export const clientProfile: SecureClientProfileProps = {
  preferences,
  hosts: [
    {
      name: 'FlexVPN',
      address: 'flexvpn-C8000V.cisco.com',
      standardAuthenticationOnly: { authMethodDuringIkeNegotiation: 'EAP-MD5' },
    },
  ],
};
