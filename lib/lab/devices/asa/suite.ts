import { linesAt, type Config } from './config';
import type { AsaTunnel } from './tunnels';

/** What the IKE SA of a peer is made of: that of the policy of the lowest number, which both sides of the lab take. */
export interface IkeSuite {
  /** `aes-gcm-256` */
  readonly encryption: string;
  /** Left out where the cipher checks itself. */
  readonly integrity?: string;
  readonly prf: string;
  readonly group: string;
  /** Seconds. */
  readonly life: string;
}

/** `text`: the running configuration. */
export const ikeSuite = (text: string): IkeSuite => {
  const policies = [...text.matchAll(/^crypto ikev2 policy (\d+)\n((?: .*\n?)*)/gm)];
  const [first] = policies.sort(([, a], [, b]) => Number(a) - Number(b));
  const said = (lead: string): string | undefined => new RegExp(`^ ${lead} (\\S+)`, 'm').exec(first?.[2] ?? '')?.[1];
  const integrity = said('integrity');
  return {
    encryption: said('encryption') ?? 'aes-256',
    ...(integrity === undefined || integrity === 'null' ? {} : { integrity }),
    prf: said('prf') ?? 'sha256',
    group: said('group') ?? '14',
    life: said('lifetime seconds') ?? '86400',
  };
};

/** By what an end proves who it is, by the tunnel group of its peer. */
export const proofOf = (text: string, peer: string, side: 'local' | 'remote'): 'RSA' | 'PSK' => {
  const [, group = ''] = new RegExp(`^tunnel-group ${peer} ipsec-attributes\\n((?: .*\\n?)*)`, 'm').exec(text) ?? [];
  return group.includes(`ikev2 ${side}-authentication certificate`) ? 'RSA' : 'PSK';
};

export interface EspSuite {
  readonly encryption: string;
  readonly integrity?: string;
}

const after = (config: Config, lead: string): string | undefined =>
  config
    .find(({ text }) => text.startsWith(`${lead} `))
    ?.text.slice(lead.length + 1)
    .split(' ')[0];

/** Its IPsec proposal: that of the profile of its interface, or of its entry in the map. */
export const espSuite = (config: Config, { name }: AsaTunnel): EspSuite => {
  const profile = after(linesAt(config, [`interface ${name}`]), 'tunnel protection ipsec profile');
  const proposal =
    profile === undefined
      ? after(config, `crypto map ${name} set ikev2 ipsec-proposal`)
      : after(linesAt(config, [`crypto ipsec profile ${profile}`]), 'set ikev2 ipsec-proposal');
  const lines = linesAt(config, [`crypto ipsec ikev2 ipsec-proposal ${proposal}`]);
  const integrity = after(lines, 'protocol esp integrity');
  return {
    encryption: after(lines, 'protocol esp encryption') ?? 'aes-256',
    ...(integrity === undefined || integrity === 'null' ? {} : { integrity }),
  };
};

/** What a tunnel protects, as address and mask: an entry of a map that which its list says in plain, else everything. */
export const selectorsOf = (config: Config, { name }: AsaTunnel): readonly [local: string, remote: string] => {
  const list = after(config, `crypto map ${name} match address`);
  const plain = new RegExp(`^access-list ${list} extended permit ip ([\\d.]+ [\\d.]+) ([\\d.]+ [\\d.]+)`);
  const found =
    list === undefined ? undefined : config.map(({ text }) => plain.exec(text)).find((each) => each !== null);
  const [local, remote] = found?.slice(1) ?? ['0.0.0.0 0.0.0.0', '0.0.0.0 0.0.0.0'];
  return [local!.replace(' ', '/'), remote!.replace(' ', '/')];
};
