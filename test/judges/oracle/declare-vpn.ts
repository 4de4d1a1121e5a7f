import {
  AsaFirewall,
  CryptoSuite,
  FtdDevice,
  PreSharedKey,
  Secret,
  SiteToSiteVpn,
  type CryptoSuiteProps,
  type IosXeRouter,
  type VpnStack,
} from 'tunnelwright';
import { keyName } from './declared';
import { Place, type OracleEnd, type OraclePair } from './pair';

type Device = IosXeRouter | AsaFirewall | FtdDevice;

/** What an end has of its own is written past what the VPN chose. */
const override = (vpn: SiteToSiteVpn, device: Device, end: OracleEnd, suite: CryptoSuite, place: Place): void => {
  const pfs = end.pfs === suite.pfs ? undefined : { pfs: end.pfs as 14 };
  if (FtdDevice.isFtdDevice(device)) {
    if (pfs) vpn.on(device).topology.override(pfs);
    return;
  }
  const destination = end.overridden ? place.sends(end) : undefined;
  if (AsaFirewall.isAsaFirewall(device)) {
    const { cryptoMapEntry, ipsecProfile, tunnel } = vpn.on(device);
    if (pfs) (ipsecProfile ?? cryptoMapEntry)!.override(pfs);
    if (destination !== undefined) {
      tunnel?.override({ destination });
      cryptoMapEntry?.override({ peers: [destination] });
    }
    return;
  }
  const { ipsecProfile, tunnel } = vpn.on(device);
  if (pfs) ipsecProfile.override(pfs);
  if (destination !== undefined) tunnel.override({ destination });
};

/** Both ends by one SiteToSiteVpn: no device declares its address, the VPN alone says it. */
export const declareVpn = (stack: VpnStack, pair: OraclePair, slot: number, devices: readonly Device[]): void => {
  const [{ ike, esp, pfs, form }] = pair.ends;
  const suite = new CryptoSuite({ ike: ike[0], esp: esp[0], pfs } as CryptoSuiteProps);
  const ends = ([0, 1] as const).map((side) => {
    const [device, place] = [devices[side]!, new Place(slot, side)];
    const isRouter = !AsaFirewall.isAsaFirewall(device) && !FtdDevice.isFtdDevice(device);
    return {
      device,
      interface: isRouter ? 'GigabitEthernet0/0' : 'outside',
      address: place.address,
      networks: [place.network(0)],
      ...(form === 'policy' ? { type: 'policy-based' as const } : { tunnel: `10.250.${slot}.${side + 1}/30` }),
    };
  });
  const vpn = new SiteToSiteVpn(stack, 'vpn', {
    suite,
    authentication: PreSharedKey.from(Secret.fromEnv(keyName(slot, 0))),
    ends: [ends[0]!, ends[1]!],
  });
  for (const side of [0, 1] as const) {
    const place = new Place(slot, side);
    override(vpn, devices[side]!, pair.ends[side], suite, place);
  }
};
