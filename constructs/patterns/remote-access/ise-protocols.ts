import type { Violation } from '../../core/checks';
import { AsaFirewall } from '../../devices/asa-firewall';
import { IosXeRouter } from '../../devices/ios-xe-router';
import type { IseAccessProps } from '../ise/props';
import type { RemoteAccessProps } from './props';

type Protocols = NonNullable<IseAccessProps['protocols']>;

const softwareOf = (props: RemoteAccessProps): readonly string[] =>
  ('software' in props ? props.software : undefined) ?? ['anyconnect'];

/**
 * Whether a headend hands the EAP of its clients on, so that ISE speaks it with them: a router always ("Configuring the
 * FlexVPN Server": a pass-through authenticator), an ASA for Windows. A Duo proxy hands it on too.
 */
const passesEap = (props: RemoteAccessProps): boolean =>
  IosXeRouter.isIosXeRouter(props.headend) ||
  (AsaFirewall.isAsaFirewall(props.headend) && softwareOf(props).includes('windows'));

/**
 * By which protocols ISE is asked where the program does not say. AnyConnect offers no tunnelled method of EAP to a server
 * behind its headend, Windows PEAP. Not proven: that ISE takes EAP-MSCHAPv2 outside of PEAP; its API has no member for it.
 */
export const protocolsFor = (props: RemoteAccessProps): Protocols | undefined => {
  if (!passesEap(props)) return undefined;
  const software = softwareOf(props);
  const own: Protocols = IosXeRouter.isIosXeRouter(props.headend) ? ['eap-md5'] : ['pap', 'ms-chap-v2'];
  return [
    ...(software.includes('anyconnect') ? own : []),
    ...(software.includes('windows') ? (['peap'] as const) : []),
  ];
};

/** Passwords in the clear or in MS-CHAP alone let nobody in whose EAP is handed on. */
export const protocolViolations = (props: RemoteAccessProps): readonly Violation[] => {
  const named = props.ise?.protocols;
  if (named === undefined || !passesEap(props) || named.some((one) => one.startsWith('eap-') || one === 'peap'))
    return [];
  return [
    {
      where: 'ise.protocols',
      what: `the headend hands the EAP of its clients on to ISE, and ${named.join(', ')} allows none: ISE would refuse everybody`,
      hint: "write 'eap-md5' for AnyConnect on a router, 'peap' for Windows; or leave it out",
    },
  ];
};
