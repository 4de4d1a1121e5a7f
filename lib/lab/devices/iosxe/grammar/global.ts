import { blocks, statements } from '../../../../desired/cli/forms';
import type { CliGrammar, Fields } from '../../../../desired/cli/grammar';
import { anything, leads, openBlock, type Bag } from './words';

/** In this mode lines are data until `quit`. */
export const dataPrompt = 'config-pki-hexmode';
const certificate = (lead: string) => blocks<Bag>(lead, 'serial', dataPrompt, anything);
const certificates = {
  ca: certificate('certificate ca'),
  selfSigned: certificate('certificate self-signed'),
  router: certificate('certificate'),
} as unknown as Fields<Bag>;

const openInside = (lead: string, prompt: string): Fields<Bag> => ({
  inside: blocks<Bag>(lead, 'name', prompt, anything),
  ...anything,
});

/** Blocks that a router knows and no noun covers. */
export const globalBlocks: readonly CliGrammar<Bag>[] = [
  openBlock('crypto pki certificate chain', 'config-cert-chain', certificates),
  openBlock('crypto isakmp policy', 'config-isakmp'),
  openBlock('crypto isakmp profile', 'conf-isa-prof'),
  openBlock('crypto keyring', 'conf-keyring'),
  openBlock('crypto map', 'config-crypto-map'),
  openBlock('crypto ssl profile', 'config-crypto-ssl-profile'),
  openBlock('vrf definition', 'config-vrf', openInside('address-family', 'config-vrf-af')),
  openBlock('aaa group server', 'config-sg-radius'),
  openBlock('radius server', 'config-radius-server'),
  openBlock('tacacs server', 'config-server-tacacs'),
  openBlock('router', 'config-router', openInside('address-family', 'config-router-af')),
  openBlock('ip access-list', 'config-ext-nacl'),
  openBlock('ip sla', 'config-ip-sla'),
  openBlock('route-map', 'config-route-map'),
  openBlock('class-map', 'config-cmap'),
  openBlock('policy-map', 'config-pmap', openInside('class', 'config-pmap-c')),
  openBlock('key chain', 'config-keychain'),
  openBlock('track', 'config-track'),
  openBlock('control-plane', 'config-cp'),
  openBlock('redundancy', 'config-red'),
  openBlock('call-home', 'cfg-call-home'),
  openBlock('event manager applet', 'config-applet'),
  openBlock('line', 'config-line'),
];

/** Lines at the top level that a router knows and no noun covers. */
export const globalLines = statements<Bag>({
  lead: '',
  fields: leads(
    [
      'hostname',
      'ip domain name',
      'ip domain-name',
      'ip domain lookup',
      'enable secret',
      'enable password',
      'clock timezone',
      'ntp source',
      'ip radius source-interface',
      'password encryption aes',
      'config-register',
      'netconf-yang',
      'restconf',
      'ip cef',
      'ipv6 unicast-routing',
      'boot-start-marker',
      'boot-end-marker',
    ],
    [
      'service',
      'platform',
      'boot',
      'username',
      'aaa authentication',
      'aaa authorization',
      'aaa accounting',
      'aaa session-id',
      'ip name-server',
      'ip host',
      'ip http',
      'ip ssh',
      'ip scp',
      'ip route',
      'ip nat',
      'ip forward-protocol',
      'ip prefix-list',
      'ip tftp',
      'ip ftp',
      'ip tcp',
      'ipv6 cef',
      'ipv6 route',
      'access-list',
      'logging',
      'snmp-server',
      'ntp',
      'alias',
      'license',
      'multilink',
      'subscriber',
      'memory',
      'diagnostic',
      'spanning-tree',
      'login',
      'parser',
      'cdp',
      'lldp',
      'file',
      'crypto ipsec security-association',
      'crypto vpn anyconnect',
      'crypto engine',
      'crypto call admission',
    ],
  ),
}) as CliGrammar<Bag>;

/** Lines whose absence the device prints as `no …`. */
export const negativesShown: readonly string[] = [
  'service',
  'aaa new-model',
  'ip http server',
  'ip http secure-server',
  'ip domain lookup',
  'ipv6 cef',
  'ip cef',
  'crypto ikev2 http-url cert',
  'crypto ikev2 proposal default',
  'crypto ikev2 policy default',
  'crypto ikev2 authorization policy default',
  'crypto ipsec profile default',
  'crypto ipsec transform-set default',
  'logging console',
  'ip redirects',
  'ip unreachables',
  'ip proxy-arp',
  'keepalive',
  'cdp enable',
  'config-exchange request',
];
