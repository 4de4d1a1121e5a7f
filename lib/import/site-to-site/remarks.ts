import { addressOf } from '../../model/noun';
import { masked } from '../../model/secret';
import type { HubCandidate } from './hub-and-spoke';
import type { VpnCandidate } from './site-to-site';
import { comment } from '../text/source-text';

/** What lint finds of an object of a device, in words without secrets. */
export interface Remark {
  readonly device: string;
  readonly address: string;
  readonly words: string;
}

/** The remarks of a tunnel of level 2: those of its ends. */
export const remarksOfVpn = (vpn: VpnCandidate | HubCandidate, remarks: readonly Remark[]): readonly Remark[] =>
  remarks.filter((each) =>
    ('ends' in vpn ? vpn.ends : vpn.routers).some(
      ({ device, tunnel }) => device.id === each.device && addressOf(tunnel.kind, tunnel.name) === each.address,
    ),
  );

/** As comments beside the construct that they are about. */
export const remarkText = ({ words }: Remark, indent: number): readonly string[] => comment(masked(words), indent);

/** The same where the construct does not say which end is meant. */
export const remarkOfEnd = ({ device, words }: Remark, indent: number): readonly string[] =>
  comment(masked(`On ${device}, ${words}`), indent);

/** The same where nothing declares the object. */
export const remarkOfObject = ({ device, address, words }: Remark, indent: number): readonly string[] =>
  comment(masked(`On ${device}, ${address.replace('/', ' ')}, ${words}`), indent);
