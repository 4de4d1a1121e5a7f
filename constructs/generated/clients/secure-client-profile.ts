// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { IConstruct } from 'constructs';
import { type Placed } from '../../core/device-object';

/** Props of `SecureClientProfile`. */
export interface SecureClientProfileProps extends Placed {
  /**
   * Name, and the name of its file without `.xml`.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * How the client behaves.
   * FMC: not in the body.
   * @default as it does by itself
   */
  readonly preferences?: {
    /**
     * The VPN comes up before the login of Windows.
     * @default false
     */
    readonly useStartBeforeLogon?:
      | boolean
      | {
          readonly value: boolean;
          readonly userControllable: boolean;
        };
    /**
     * The client chooses the certificate by itself.
     * @default true
     */
    readonly automaticCertSelection?:
      | boolean
      | {
          readonly value: boolean;
          readonly userControllable: boolean;
        };
    /**
     * Show a message before the first connection.
     * @default false
     */
    readonly showPreConnectMessage?: boolean;
    /**
     * Where Windows looks for certificates.
     * @default All
     */
    readonly certificateStore?: 'All' | 'Machine' | 'User';
    /**
     * Where macOS looks for certificates.
     * @default All
     */
    readonly certificateStoreMac?: 'All' | 'System' | 'Login';
    /**
     * Users without administrator rights may use certificates of the machine store (TLS only).
     * @default false
     */
    readonly certificateStoreOverride?: boolean;
    /**
     * How the headend is reached through a proxy.
     * @default Native
     */
    readonly proxySettings?: 'Native' | 'IgnoreProxy' | 'Override';
    /**
     * With `Override`: the proxy, as host and port.
     * Allowed: at most 255 characters.
     */
    readonly publicProxyServerAddress?: string;
    /**
     * A proxy on the machine itself may be used.
     * @default true
     */
    readonly allowLocalProxyConnections?: boolean;
    /**
     * Connect when the client starts.
     * @default false
     */
    readonly autoConnectOnStart?:
      | boolean
      | {
          readonly value: boolean;
          readonly userControllable: boolean;
        };
    /**
     * Hide the window once connected.
     * @default true
     */
    readonly minimizeOnConnect?:
      | boolean
      | {
          readonly value: boolean;
          readonly userControllable: boolean;
        };
    /**
     * Users reach their own network, where the headend allows it.
     * @default false
     */
    readonly localLanAccess?:
      | boolean
      | {
          readonly value: boolean;
          readonly userControllable: boolean;
        };
    /**
     * Do not look for login pages of hotels.
     * @default false
     */
    readonly disableCaptivePortalDetection?:
      | boolean
      | {
          readonly value: boolean;
          readonly userControllable: boolean;
        };
    /**
     * Connect again when the connection is lost.
     * @default true
     */
    readonly autoReconnect?:
      | boolean
      | {
          readonly value: boolean;
          readonly userControllable: boolean;
        };
    /**
     * What happens when the machine sleeps. The router needs `reconnect`.
     * @default DisconnectOnSuspend
     */
    readonly autoReconnectBehavior?:
      | 'DisconnectOnSuspend'
      | 'ReconnectAfterResume'
      | {
          readonly value: 'DisconnectOnSuspend' | 'ReconnectAfterResume';
          readonly userControllable: boolean;
        };
    /**
     * Connected standby of Windows ends the session.
     * @default false
     */
    readonly suspendOnConnectedStandby?: boolean;
    /**
     * New versions of the client are taken from the headend.
     * @default true
     */
    readonly autoUpdate?:
      | boolean
      | {
          readonly value: boolean;
          readonly userControllable: boolean;
        };
    /**
     * How passcodes of RSA are asked for.
     * @default Automatic
     */
    readonly rsaSecurIdIntegration?:
      | 'Automatic'
      | 'SoftwareToken'
      | 'HardwareToken'
      | {
          readonly value: 'Automatic' | 'SoftwareToken' | 'HardwareToken';
          readonly userControllable: boolean;
        };
    /**
     * Who may be logged in to Windows during a session.
     * @default SingleLocalLogon
     */
    readonly windowsLogonEnforcement?: 'SingleLogon' | 'SingleLocalLogon' | 'SingleLogonNoRemote';
    /**
     * The same on Linux.
     * @default SingleLocalLogon
     */
    readonly linuxLogonEnforcement?: 'SingleLogon' | 'SingleLocalLogon' | 'SingleLogonNoRemote';
    /**
     * Whether a user who is logged in to Windows from afar may connect.
     * @default AllowRemoteUsers
     */
    readonly windowsVpnEstablishment?: 'LocalUsersOnly' | 'AllowRemoteUsers';
    /**
     * The same on Linux.
     * @default AllowRemoteUsers
     */
    readonly linuxVpnEstablishment?: 'LocalUsersOnly' | 'AllowRemoteUsers';
    /**
     * The session stays when its user logs off, for the same user or for any.
     * @default it ends
     */
    readonly retainVpnOnLogoff?: 'SameUserOnly' | 'AnyUser';
    /**
     * Connect by itself where the network is not trusted.
     * @default off
     */
    readonly automaticVpnPolicy?: {
      /**
       * The network is trusted where one of these is the DNS suffix; `*.example.net` too.
       * Allowed: at least 1; each at most 255 characters.
       */
      readonly trustedDnsDomains?: readonly string[];
      /**
       * The network is trusted where these are the DNS servers.
       * Allowed: at least 1; each four numbers of 0 to 255, like 192.0.2.1.
       */
      readonly trustedDnsServers?: readonly string[];
      /**
       * The network is trusted where one of these answers with its certificate.
       * Allowed: at least 1.
       */
      readonly trustedHttpsServers?: readonly {
        /**
         * Address or name of the server.
         * Allowed: like 192.0.2.1 or hub.example.net.
         */
        readonly address: string;
        /**
         * TCP port, 1 to 65535.
         * @default 443
         */
        readonly port?: number;
        /**
         * SHA-256 of its certificate, in hex.
         * Allowed: 64 hex digits.
         */
        readonly certificateHash: string;
      }[];
      /**
       * What happens on a trusted network.
       * @default Disconnect
       */
      readonly trustedNetworkPolicy?: 'Connect' | 'Pause' | 'Disconnect' | 'DoNothing';
      /**
       * What happens elsewhere.
       * @default Connect
       */
      readonly untrustedNetworkPolicy?: 'Connect' | 'DoNothing';
      /**
       * No network without the VPN.
       * @default off
       */
      readonly alwaysOn?: {
        /**
         * Without a tunnel no network is reachable (`Closed`), or all are (`Open`).
         * @default 'Closed'
         */
        readonly connectFailurePolicy?: 'Closed' | 'Open';
        /**
         * With `Closed`: minutes for the login page of a hotel, 0 to 100.
         * Allowed: 0 to 100 minutes.
         * @default none at all
         */
        readonly captivePortalRemediationTimeout?: number;
        /**
         * With `Closed`: the firewall rules of the last session hold.
         * @default false
         */
        readonly applyLastVpnLocalResourceRules?: boolean;
        /**
         * Users may disconnect.
         * @default true
         */
        readonly allowVpnDisconnect?: boolean;
        /**
         * What is reachable without a tunnel: addresses, networks or names.
         * Allowed: at least 1; each at most 255 characters.
         */
        readonly allowedHosts?: readonly string[];
      };
    };
    /**
     * Routes for connections over PPP.
     * @default Automatic
     */
    readonly pppExclusion?:
      | 'Automatic'
      | 'Disable'
      | 'Override'
      | {
          readonly value: 'Automatic' | 'Disable' | 'Override';
          readonly userControllable: boolean;
        };
    /**
     * With `Override`: the address of the PPP server.
     * Allowed: four numbers of 0 to 255, like 192.0.2.1.
     */
    readonly pppExclusionServerIp?:
      | string
      | {
          /** Allowed: four numbers of 0 to 255, like 192.0.2.1. */
          readonly value: string;
          readonly userControllable: boolean;
        };
    /**
     * Run scripts at connection and end.
     * @default false
     */
    readonly enableScripting?:
      | boolean
      | {
          readonly value: boolean;
          readonly userControllable: boolean;
        };
    /**
     * Scripts end when the state changes again.
     * @default false
     */
    readonly terminateScriptOnNextEvent?: boolean;
    /**
     * Scripts run after a connection before the login too.
     * @default true
     */
    readonly enablePostSblOnConnectScript?: boolean;
    /**
     * Which certificate the client shows.
     * @default the best that it finds
     */
    readonly certificateMatch?: {
      /**
       * Certificates without an extended key usage do not fit.
       * @default they do
       */
      readonly matchOnlyCertsWithEku?: boolean;
      /**
       * Certificates without a key usage do not fit.
       * @default they do
       */
      readonly matchOnlyCertsWithKu?: boolean;
      /**
       * Key usages that it must have, at most 9.
       * Allowed: at least 1.
       */
      readonly keyUsage?: readonly (
        | 'Decipher_Only'
        | 'Encipher_Only'
        | 'CRL_Sign'
        | 'Key_Cert_Sign'
        | 'Key_Agreement'
        | 'Data_Encipherment'
        | 'Key_Encipherment'
        | 'Non_Repudiation'
        | 'Digital_Signature'
      )[];
      /**
       * Extended key usages that it must have.
       * Allowed: at least 1.
       */
      readonly extendedKeyUsage?: readonly (
        | 'ServerAuth'
        | 'ClientAuth'
        | 'CodeSign'
        | 'EmailProtect'
        | 'IPSecEndSystem'
        | 'IPSecTunnel'
        | 'IPSecUser'
        | 'TimeStamp'
        | 'OCSPSign'
        | 'DVCS'
        | 'IKEIntermediate'
      )[];
      /**
       * The same by object identifier, at most 10.
       * Allowed: 1 to 10 items; each numbers and dots, like 1.3.6.1.5.5.7.3.11.
       */
      readonly customExtendedKeyUsage?: readonly string[];
      /**
       * Parts of its subject and issuer, at most 10.
       * Allowed: 1 to 10 items.
       */
      readonly distinguishedName?: readonly {
        /** Which part; `ISSUER-…` is of the issuer. */
        readonly name:
          | 'CN'
          | 'DC'
          | 'SN'
          | 'GN'
          | 'N'
          | 'I'
          | 'GENQ'
          | 'DNQ'
          | 'C'
          | 'L'
          | 'SP'
          | 'ST'
          | 'O'
          | 'OU'
          | 'T'
          | 'EA'
          | 'ISSUER-CN'
          | 'ISSUER-DC'
          | 'ISSUER-SN'
          | 'ISSUER-GN'
          | 'ISSUER-N'
          | 'ISSUER-I'
          | 'ISSUER-GENQ'
          | 'ISSUER-DNQ'
          | 'ISSUER-C'
          | 'ISSUER-L'
          | 'ISSUER-SP'
          | 'ISSUER-ST'
          | 'ISSUER-O'
          | 'ISSUER-OU'
          | 'ISSUER-T'
          | 'ISSUER-EA';
        /**
         * What it must be, 1 to 30 characters.
         * Allowed: at most 30 characters.
         */
        readonly pattern: string;
        /**
         * The pattern may stand anywhere in it.
         * @default false
         */
        readonly wildcard?: boolean;
        /**
         * It must be so, or must not.
         * @default Equal
         */
        readonly operator?: 'Equal' | 'NotEqual';
        /**
         * Capitals count.
         * @default true
         */
        readonly matchCase?: boolean;
      }[];
    };
    /**
     * Headends to try for every host that names none of its own.
     * Allowed: at least 1; each like 192.0.2.1 or hub.example.net.
     */
    readonly backupServers?: readonly (
      | string
      | {
          /**
           * Address or name, as clients reach it.
           * Allowed: like 192.0.2.1 or hub.example.net.
           */
          readonly address: string;
          /** The device that answers there, or `elsewhere` for one that is not declared in this stack. */
          readonly headend: IConstruct | string;
        }
    )[];
    /**
     * Choose the nearest headend.
     * @default false
     */
    readonly enableAutomaticServerSelection?:
      | boolean
      | {
          readonly value: boolean;
          readonly userControllable: boolean;
        };
    /**
     * How much better another headend must be, 10 to 100 percent.
     * @default 20
     */
    readonly autoServerSelectionImprovement?: number;
    /**
     * Hours of sleep after which it chooses anew, 1 to 100.
     * Allowed: 1 to 100 hours.
     * @default 4
     */
    readonly autoServerSelectionSuspendTime?: number;
    /**
     * Seconds that the client waits for a login, 10 to 120.
     * Allowed: 10 to 120 seconds.
     * @default 30
     */
    readonly authenticationTimeout?: number;
    /**
     * SafeWord tokens of SofToken.
     * @default false
     */
    readonly safeWordSofTokenIntegration?:
      | boolean
      | {
          readonly value: boolean;
          readonly userControllable: boolean;
        };
    /**
     * IPsec inside TLS.
     * @default false
     */
    readonly allowIpsecOverSsl?: boolean;
    /**
     * Forget the PIN of a smart card after each connection.
     * @default true
     */
    readonly clearSmartcardPin?:
      | boolean
      | {
          readonly value: boolean;
          readonly userControllable: boolean;
        };
    /**
     * The VPN part of the client is off.
     * @default false
     */
    readonly serviceDisable?: boolean;
    /**
     * Address families, the preferred first.
     * @default IPv4,IPv6
     */
    readonly ipProtocolSupport?: 'IPv4' | 'IPv6' | 'IPv4,IPv6' | 'IPv6,IPv4';
    /**
     * Login pages open in the user's own browser.
     * @default false
     */
    readonly captivePortalRemediationBrowserFailover?: boolean;
    /**
     * Users may type another headend.
     * @default true
     */
    readonly allowManualHostInput?: boolean;
  };
  /**
   * What users choose from, in this order.
   * Allowed: at least 1.
   * FMC: `fileName`, `description`.
   */
  readonly hosts: readonly {
    /**
     * What users see.
     * Allowed: at most 255 characters.
     */
    readonly name: string;
    /**
     * Where it connects to.
     * Allowed: like 192.0.2.1 or hub.example.net.
     */
    readonly address:
      | string
      | {
          /**
           * Address or name, as clients reach it.
           * Allowed: like 192.0.2.1 or hub.example.net.
           */
          readonly address: string;
          /** The device that answers there, or `elsewhere` for one that is not declared in this stack. */
          readonly headend: IConstruct | string;
        };
    /**
     * The tunnel group, or on a firewall with IPsec the name of the connection profile.
     * Allowed: at most 128 characters.
     * @default none
     */
    readonly userGroup?: string;
    /**
     * Headends to try when this one does not answer, in order.
     * Allowed: at least 1; each like 192.0.2.1 or hub.example.net.
     * @default those of the preferences
     */
    readonly backupServers?: readonly (
      | string
      | {
          /**
           * Address or name, as clients reach it.
           * Allowed: like 192.0.2.1 or hub.example.net.
           */
          readonly address: string;
          /** The device that answers there, or `elsewhere` for one that is not declared in this stack. */
          readonly headend: IConstruct | string;
        }
    )[];
    /**
     * Headends that share the load with this one.
     * Allowed: at least 1; each like 192.0.2.1 or hub.example.net.
     */
    readonly loadBalancingServers?: readonly (
      | string
      | {
          /**
           * Address or name, as clients reach it.
           * Allowed: like 192.0.2.1 or hub.example.net.
           */
          readonly address: string;
          /** The device that answers there, or `elsewhere` for one that is not declared in this stack. */
          readonly headend: IConstruct | string;
        }
    )[];
    /** What phones and tablets do besides. */
    readonly mobile?: {
      /**
       * Connect again when the network changes.
       * @default true
       */
      readonly networkRoaming?: boolean;
      /**
       * How the certificate is chosen.
       * @default Auto
       */
      readonly certificatePolicy?: 'Auto' | 'Manual' | 'None';
      /**
       * Connect when a domain of the lists is asked for (Apple).
       * @default false
       */
      readonly connectOnDemand?: boolean;
      /**
       * Domains that never bring the VPN up.
       * Allowed: at least 1; each at most 255 characters.
       */
      readonly neverConnectDomains?: readonly string[];
      /**
       * Domains that bring it up where DNS does not know them.
       * Allowed: at least 1; each at most 255 characters.
       */
      readonly connectIfNeededDomains?: readonly string[];
      /**
       * The connection becomes the active one when the profile is imported.
       * @default false
       */
      readonly activateOnImport?: boolean;
    };
    /**
     * What the client tries first.
     * @default 'IPsec'
     */
    readonly primaryProtocol?: 'IPsec' | 'SSL';
    /**
     * Only methods that every IKEv2 peer knows: what a router needs.
     * @default Cisco's own (EAP-AnyConnect)
     */
    readonly standardAuthenticationOnly?: {
      /**
       * How users prove who they are.
       * @default 'EAP-GTC'
       */
      readonly authMethodDuringIkeNegotiation?:
        'EAP-MD5' | 'EAP-MSCHAPv2' | 'EAP-GTC' | 'EAP-AnyConnect' | 'IKE-RSA' | 'IKE-ECDSA';
      /**
       * The key id that the client says it is, by which a router chooses the IKEv2 profile. Only with EAP-MD5,
       * -MSCHAPv2, -GTC.
       * Allowed: at most 255 characters.
       */
      readonly ikeIdentity?: string;
    };
  }[];
}
