import {
  field,
  number,
  setOf,
  type Leaf,
  type RestGrammar,
  type Wire,
  type Written,
} from '../../../desired/rest/grammar';
import { secretWire } from '../../../desired/rest/object';
import { isBlank } from '../../../desired/rest/place';
import type { Json, JsonObject } from '../../../kernel/json';
import type { NounOf } from '../../../model/nouns';
import { pathOfName } from '../../../model/ise/device-group-path';
import type { Ref } from '../../../model/noun';
import { otherSecret, type SecretRef } from '../../../model/secret';
import { description, text, yesOrNo } from './wires';

type Device = NounOf<'ise-network-device'>;

/** A host has the mask 32. What is excluded of a network shows as what it is: no address says it. */
const address: Wire<string> = {
  to: (text) => {
    const [ipaddress, mask = '32'] = text.split('/');
    return { ipaddress: ipaddress!, mask: Number(mask) };
  },
  from: (json) => {
    const { ipaddress, mask, ...others } = json as { ipaddress: string; mask: number };
    if (Object.keys(others).length > 0) return undefined;
    return mask === 32 ? ipaddress : `${ipaddress}/${mask}`;
  },
  canonical: (json) => {
    const { ipaddress, mask, ...others } = json as JsonObject;
    const more = Object.entries(others).filter(([, value]) => !isBlank(value));
    return { ipaddress: ipaddress ?? null, mask: Number(mask ?? 32), ...Object.fromEntries(more) };
  },
};

type Group = Ref<'ise-network-device-group'> | string;
/** By its path, also where it is declared. */
const named = setOf<Group>({
  to: (group) => (typeof group === 'string' ? group : pathOfName(group.name)),
  from: (json) => String(json),
});
/** Every device is in the roots, and in `No` of the IPsec group, whether or not anybody says so. */
const isGiven = (group: Json): boolean => String(group).split('#').length === 2 || group === 'IPSEC#Is IPSEC Device#No';
const groups: Wire<Group[]> = {
  ...named,
  to: (value, look) => groups.canonical!(named.to(value, look)),
  canonical: (json) => named.canonical!((json as readonly Json[]).filter((group) => !isGiven(group))),
};

const leaf = (at: string, more: Partial<Leaf> = {}): Leaf => ({ part: '', at, canonical: (json) => json, ...more });
/** ISE takes a second secret only with its switch. */
const secondSecret: Written<SecretRef> = {
  form: 'written',
  leaves: [
    leaf('authenticationSettings.enableMultiSecret', { canonical: yesOrNo.canonical!, absent: false }),
    leaf('authenticationSettings.secondRadiusSharedSecret', { secret: true }),
  ],
  write: (ref) => [true, secretWire.to(ref)],
  read: ([isOn]) => (isOn === true ? secretWire.from(otherSecret) : undefined),
};

/** ERS: `/ers/config/networkdevice`. */
export const networkDevice: RestGrammar<Device> = {
  form: 'object',
  collection: 'networkdevice',
  key: 'networkdevice',
  type: 'NetworkDevice',
  fixed: () => ({ '': { authenticationSettings: { networkProtocol: 'RADIUS' } } }),
  fields: {
    description,
    addresses: field('NetworkDeviceIPList', setOf(address)),
    radiusSharedSecret: field('authenticationSettings.radiusSharedSecret', secretWire, { secret: true }),
    secondRadiusSharedSecret: secondSecret,
    deviceGroups: field('NetworkDeviceGroupList', groups, { absent: [] }),
    profile: field('profileName', text, { absent: 'Cisco' }),
    coaPort: field('coaPort', number, { absent: 1700 }),
    dtlsRequired: field('authenticationSettings.dtlsRequired', yesOrNo, { absent: false }),
  },
};
