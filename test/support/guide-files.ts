/** A line of a file in the AnyConnect and Duo guide, the line that the example writes for it, if any, and why another. */
export type GuideLine = readonly [guide: string, written: string | undefined, why?: string];

/** authproxy.cfg. */
export const proxyLines: readonly GuideLine[] = [
  ['[radius_client]', '[radius_client]'],
  ['host=10.197.243.116', 'host=10.197.243.116'],
  ['secret=cisco', 'secret=<secret:env:ISE_RADIUS>', 'a secret is a reference, and another than that of the router'],
  ['[radius_server_auto]', '[radius_server_auto]'],
  [
    'ikey=xxxxxxxx',
    'ikey=<secret:made:anyconnect-duo/account+duo-radius-application/AnyConnect+integrationKey>',
    'Duo makes it with the application of this program',
  ],
  [
    'skey=xxxxxxxv1zG',
    'skey=<secret:made:anyconnect-duo/account+duo-radius-application/AnyConnect+secretKey>',
    'Duo makes it with the application of this program',
  ],
  ['api_host=xxxxxxxx', 'api_host=api-lab.duosecurity.com', 'a name for the placeholder'],
  ['radius_ip_1=10.106.54.143', 'radius_ip_1=10.106.54.143'],
  ['radius_secret_1=cisco', 'radius_secret_1=<secret:env:RADIUS>', 'a secret is a reference: the key of the router'],
  ['failmode=safe', 'failmode=secure', 'safe lets in with the password alone when Duo is away: TW-DUO-005'],
  ['client=radius_client', 'client=radius_client'],
  ['port=1812', 'port=1812'],
];

/** The client profile. */
export const profileLines: readonly GuideLine[] = [
  ['<ClientInitialization>', '<ClientInitialization>'],
  [
    '<UseStartBeforeLogon UserControllable="true">false</UseStartBeforeLogon>',
    '<UseStartBeforeLogon UserControllable="true">false</UseStartBeforeLogon>',
  ],
  [
    '<AutomaticCertSelection UserControllable="true">true</AutomaticCertSelection>',
    '<AutomaticCertSelection UserControllable="true">true</AutomaticCertSelection>',
  ],
  ['<ShowPreConnectMessage>false</ShowPreConnectMessage>', '<ShowPreConnectMessage>false</ShowPreConnectMessage>'],
  ['<CertificateStore>All</CertificateStore>', '<CertificateStore>All</CertificateStore>'],
  ['<CertificateStoreMac>All</CertificateStoreMac>', '<CertificateStoreMac>All</CertificateStoreMac>'],
  [
    '<CertificateStoreOverride>false</CertificateStoreOverride>',
    '<CertificateStoreOverride>false</CertificateStoreOverride>',
  ],
  ['<ProxySettings>Native</ProxySettings>', '<ProxySettings>Native</ProxySettings>'],
  [
    '<AllowLocalProxyConnections>false</AllowLocalProxyConnections>',
    '<AllowLocalProxyConnections>false</AllowLocalProxyConnections>',
  ],
  [
    '<AuthenticationTimeout>30</AuthenticationTimeout>',
    '<AuthenticationTimeout>120</AuthenticationTimeout>',
    'a client that waits 30 seconds gives up before the push: TW-CLIENT-002',
  ],
  [
    '<AutoConnectOnStart UserControllable="true">false</AutoConnectOnStart>',
    '<AutoConnectOnStart UserControllable="true">false</AutoConnectOnStart>',
  ],
  [
    '<MinimizeOnConnect UserControllable="true">true</MinimizeOnConnect>',
    '<MinimizeOnConnect UserControllable="true">true</MinimizeOnConnect>',
  ],
  [
    '<LocalLanAccess UserControllable="true">false</LocalLanAccess>',
    '<LocalLanAccess UserControllable="true">false</LocalLanAccess>',
  ],
  [
    '<DisableCaptivePortalDetection UserControllable="false">false</DisableCaptivePortalDetection>',
    '<DisableCaptivePortalDetection UserControllable="false">false</DisableCaptivePortalDetection>',
  ],
  [
    '<ClearSmartcardPin UserControllable="true">true</ClearSmartcardPin>',
    '<ClearSmartcardPin UserControllable="true">true</ClearSmartcardPin>',
  ],
  ['<IPProtocolSupport>IPv4,IPv6</IPProtocolSupport>', '<IPProtocolSupport>IPv4,IPv6</IPProtocolSupport>'],
  ['<AutoReconnect UserControllable="false">true', '<AutoReconnect UserControllable="false">true'],
  [
    '<AutoReconnectBehavior UserControllable="false">ReconnectAfterResume</AutoReconnectBehavior>',
    '<AutoReconnectBehavior UserControllable="false">ReconnectAfterResume</AutoReconnectBehavior>',
  ],
  ['</AutoReconnect>', '</AutoReconnect>'],
  [
    '<SuspendOnConnectedStandby>false</SuspendOnConnectedStandby>',
    '<SuspendOnConnectedStandby>false</SuspendOnConnectedStandby>',
  ],
  ['<AutoUpdate UserControllable="false">true</AutoUpdate>', '<AutoUpdate UserControllable="false">true</AutoUpdate>'],
  [
    '<RSASecurIDIntegration UserControllable="false">Automatic</RSASecurIDIntegration>',
    '<RSASecurIDIntegration UserControllable="false">Automatic</RSASecurIDIntegration>',
  ],
  [
    '<WindowsLogonEnforcement>SingleLocalLogon</WindowsLogonEnforcement>',
    '<WindowsLogonEnforcement>SingleLocalLogon</WindowsLogonEnforcement>',
  ],
  [
    '<LinuxLogonEnforcement>SingleLocalLogon</LinuxLogonEnforcement>',
    '<LinuxLogonEnforcement>SingleLocalLogon</LinuxLogonEnforcement>',
  ],
  [
    '<WindowsVPNEstablishment>AllowRemoteUsers</WindowsVPNEstablishment>',
    '<WindowsVPNEstablishment>AllowRemoteUsers</WindowsVPNEstablishment>',
  ],
  [
    '<LinuxVPNEstablishment>LocalUsersOnly</LinuxVPNEstablishment>',
    '<LinuxVPNEstablishment>LocalUsersOnly</LinuxVPNEstablishment>',
  ],
  ['<AutomaticVPNPolicy>false</AutomaticVPNPolicy>', undefined, 'what the client does by itself'],
  [
    '<PPPExclusion UserControllable="false">Automatic',
    '<PPPExclusion UserControllable="false">Automatic</PPPExclusion>',
    'nothing stands inside',
  ],
  [
    '<PPPExclusionServerIP UserControllable="false"></PPPExclusionServerIP>',
    undefined,
    'an address of nobody, which only Override has',
  ],
  ['</PPPExclusion>', undefined, 'ends on the line where it begins'],
  [
    '<EnableScripting UserControllable="false">false</EnableScripting>',
    '<EnableScripting UserControllable="false">false</EnableScripting>',
  ],
  [
    '<EnableAutomaticServerSelection UserControllable="true">false',
    '<EnableAutomaticServerSelection UserControllable="true">false</EnableAutomaticServerSelection>',
    'nothing stands inside',
  ],
  [
    '<AutoServerSelectionImprovement>20</AutoServerSelectionImprovement>',
    undefined,
    "the client's own 20, of a selection that is off",
  ],
  [
    '<AutoServerSelectionSuspendTime>4</AutoServerSelectionSuspendTime>',
    undefined,
    "the client's own 4, of a selection that is off",
  ],
  ['</EnableAutomaticServerSelection>', undefined, 'ends on the line where it begins'],
  ['<RetainVpnOnLogoff>false', undefined, 'what the client does by itself'],
  ['</RetainVpnOnLogoff>', undefined, 'what the client does by itself'],
  [
    '<CaptivePortalRemediationBrowserFailover>false</CaptivePortalRemediationBrowserFailover>',
    '<CaptivePortalRemediationBrowserFailover>false</CaptivePortalRemediationBrowserFailover>',
  ],
  ['<AllowManualHostInput>true</AllowManualHostInput>', '<AllowManualHostInput>true</AllowManualHostInput>'],
  ['</ClientInitialization>', '</ClientInitialization>'],
  ['<ServerList>', '<ServerList>'],
  ['<HostEntry>', '<HostEntry>'],
  ['<HostName>FlexVPN</HostName>', '<HostName>FlexVPN</HostName>'],
  [
    '<HostAddress>flexvpn-csr.cisco.com</HostAddress>',
    '<HostAddress>flexvpn-C8000V.cisco.com</HostAddress>',
    'no headend has that name, and the certificate has this one: TW-CLIENT-001',
  ],
  ['<PrimaryProtocol>IPsec', '<PrimaryProtocol>IPsec'],
  ['<StandardAuthenticationOnly>true', '<StandardAuthenticationOnly>true'],
  [
    '<AuthMethodDuringIKENegotiation>EAP-MD5</AuthMethodDuringIKENegotiation>',
    '<AuthMethodDuringIKENegotiation>EAP-MD5</AuthMethodDuringIKENegotiation>',
  ],
  ['</StandardAuthenticationOnly>', '</StandardAuthenticationOnly>'],
  ['</PrimaryProtocol>', '</PrimaryProtocol>'],
  ['</HostEntry>', '</HostEntry>'],
  ['</ServerList>', '</ServerList>'],
];
