import { nextWords, under, wordsOf } from './written';

/** What a headend takes, as another reader than ours finds it in what was written for a device. */
export interface Twin {
  /** In the words of strongSwan. */
  readonly ike: readonly string[];
  readonly esp: readonly string[];
  /** Who the headend says it is. */
  readonly identity: string;
  /** How users prove who they are: by their certificate, or by EAP, which RADIUS judges. */
  readonly users: 'certificate' | 'eap';
  /** Who users must say they are. Default: anybody. */
  readonly match?: string;
  /** `10.99.0.10-10.99.0.20` */
  readonly pool: string;
  readonly dns: readonly string[];
  /** Networks behind the headend, with their length. */
  readonly networks: readonly string[];
}

const encryption: Readonly<Record<string, string>> = {
  'aes-gcm-256': 'aes256gcm16',
  'esp-gcm 256': 'aes256gcm16',
  'AES-GCM-256': 'aes256gcm16',
  'AES-256': 'aes256',
};
const hashes: Readonly<Record<string, string>> = { sha384: 'sha384', 'SHA-512': 'sha512', 'SHA-384': 'sha384' };
const groups: Readonly<Record<string, string>> = { 15: 'modp3072', 19: 'ecp256', 20: 'ecp384' };
const said = (table: Readonly<Record<string, string>>, word: unknown): string => {
  const found = table[String(word)];
  if (found === undefined) throw new Error(`The twin of a headend has no word for '${String(word)}'.`);
  return found;
};
const lengthOf = (mask: string): number =>
  [
    ...mask
      .split('.')
      .map((byte) => Number(byte).toString(2))
      .join(''),
  ].filter((bit) => bit === '1').length;
const network = ([address, mask]: readonly string[]): string => `${address}/${lengthOf(mask!)}`;

/** What a router's configuration takes from those that one of its IKEv2 profiles is for. */
export const twinOfRouter = (cfg: string, profile: string): Twin => {
  const own = under(cfg, `crypto ikev2 profile ${profile}`);
  const keyId = nextWords(own, 'match identity remote key-id')[0];
  const map = nextWords(own, 'match certificate')[0];
  const [, , unit] =
    map === undefined ? [] : nextWords(under(cfg, `crypto pki certificate map ${map} 10`), 'subject-name co');
  const trustpoint = nextWords(own, 'pki trustpoint')[0]!;
  // The last word is the policy; without it the name is what the user says it is.
  const group = wordsOf(own, 'aaa authorization group')!;
  const policy = under(cfg, `crypto ikev2 authorization policy ${group.length === 4 ? group[3] : keyId}`);
  const ipsec = new RegExp(
    `^crypto ipsec profile (?:\\S+)\\n set transform-set (\\S+)\\n set ikev2-profile ${profile}$`,
    'm',
  );
  const transforms = new RegExp(`^crypto ipsec transform-set ${ipsec.exec(cfg)![1]} (.*)$`, 'm').exec(cfg)![1]!;
  return {
    ike: [...cfg.matchAll(/^crypto ikev2 proposal (\S+)/gm)].map(([head]) => {
      const lines = under(cfg, head);
      const [cipher, prf, dh] = ['encryption', 'prf', 'group'].map((slot) => nextWords(lines, slot)[0]);
      return `${said(encryption, cipher)}-prf${said(hashes, prf)}-${said(groups, dh)}`;
    }),
    esp: [said(encryption, transforms)],
    identity: nextWords(under(cfg, `crypto pki trustpoint ${trustpoint}`), 'subject-name')[0]!,
    users: own.includes('authentication remote eap query-identity') ? 'eap' : 'certificate',
    match: keyId === undefined ? `OU=${unit}` : `keyid:${keyId}`,
    pool: wordsOf(cfg.split('\n'), `ip local pool ${nextWords(policy, 'pool')[0]}`)!.join('-'),
    dns: nextWords(policy, 'dns'),
    networks: policy
      .filter((line) => line.startsWith('route set remote ipv4'))
      .map((line) => network(line.split(' ').slice(4))),
  };
};

/** What an ASA's configuration takes from users of one tunnel group; a user with a certificate names it by its OU. */
export const twinOfAsa = (cfg: string, group: string): Twin => {
  const lines = cfg.split('\n');
  const [general, ipsec] = ['general', 'ipsec'].map((kind) => under(cfg, `tunnel-group ${group} ${kind}-attributes`));
  const policy = under(cfg, `group-policy ${nextWords(general!, 'default-group-policy')[0]} attributes`);
  const list = nextWords(policy, 'split-tunnel-network-list value')[0];
  const trustpoint = nextWords(ipsec!, 'ikev2 local-authentication certificate')[0]!;
  const eap = ipsec!.includes('ikev2 remote-authentication eap query-identity');
  const proposal = /^crypto dynamic-map \S+ \d+ set ikev2 ipsec-proposal (\S+)$/m.exec(cfg)![1]!;
  return {
    ike: [...cfg.matchAll(/^crypto ikev2 policy \d+$/gm)].map(([head]) => {
      const own = under(cfg, head);
      const [cipher, prf, dh] = ['encryption', 'prf', 'group'].map((slot) => nextWords(own, slot)[0]);
      return `${said(encryption, cipher)}-prf${said(hashes, prf)}-${said(groups, dh)}`;
    }),
    esp: nextWords(under(cfg, `crypto ipsec ikev2 ipsec-proposal ${proposal}`), 'protocol esp encryption').map((word) =>
      said(encryption, word),
    ),
    identity: nextWords(under(cfg, `crypto ca trustpoint ${trustpoint}`), 'subject-name')[0]!,
    users: eap ? 'eap' : 'certificate',
    ...(eap ? {} : { match: `OU=${group}` }),
    pool: wordsOf(lines, `ip local pool ${nextWords(general!, 'address-pool')[0]}`)![0]!,
    dns: nextWords(policy, 'dns-server value'),
    networks: lines
      .filter((line) => line.startsWith(`access-list ${list} standard permit `))
      .map((line) => network(line.split(' ').slice(4))),
  };
};

interface Sent {
  readonly path: string;
  readonly body?: unknown;
}
type Body = Readonly<Record<string, unknown>>;

/** What an FMC is told for the users of one connection profile, whose certificate the authority of the FTD issued. */
export const twinOfFtd = (requests: readonly Sent[], profile: string): Twin => {
  const body = (kind: string, name?: string): Body =>
    requests
      .filter(({ path }) => path.includes(`/${kind}`))
      .map((sent) => sent.body as Body)
      .find((each) => name === undefined || each['name'] === name)!;
  const named = (value: unknown): string => (value as { readonly name: string }).name;
  const list = (value: unknown): readonly unknown[] => value as readonly unknown[];
  const own = body('connectionprofiles', profile);
  if (own['authenticationMethod'] !== 'CLIENT_CERTIFICATE_ONLY') throw new Error('Only certificates are known here.');
  const general = body('grouppolicies', named(own['groupPolicy']))['generalSettings'] as Body;
  const access = body('standardaccesslists', named((general['splitTunnelSettings'] as Body)['splitTunnelACL']));
  const [rule] = list(access['entries']) as readonly [{ readonly networks: { readonly literals: readonly Body[] } }];
  const suite = (each: Body, own: boolean): string =>
    [
      said(encryption, list(each['encryptionAlgorithms'])[0]),
      said(hashes, list(each['integrityAlgorithms'])[0]),
      ...(own
        ? [
            `prf${said(hashes, list(each['prfIntegrityAlgorithms'])[0])}`,
            said(groups, list(each['diffieHellmanGroups'])[0]),
          ]
        : []),
    ].join('-');
  const shown = (body('ravpns')['accessInterfaceSettings'] as Body)['ipsecIdCertificate'];
  return {
    ike: [suite(body('ikev2policies', named(list(body('ravpns')['ikev2Policies'])[0])), true)],
    esp: [suite(body('ikev2ipsecproposals', named(list(body('ipseccryptomaps')['ikev2IpsecProposals'])[0])), false)],
    identity: subjectOf(body('certenrollments', named(shown))),
    users: 'certificate',
    pool: body('ipv4addresspools', named(list(own['ipv4AddressPool'])[0]))['ipAddressRange'] as string,
    dns: [body('object/hosts', named(general['primaryDNSServer']))['value'] as string],
    networks: rule.networks.literals.map(({ value }) => value as string),
  };
};

const subjectOf = (enrollment: Body): string =>
  `CN=${((enrollment['certificateParameters'] ?? enrollment) as Body)['commonName'] as string}`;

/**
 * What of the twin stands in strongswan.conf: name servers of a pool go only to those with an address of that pool. Units
 * of a subject may stand alone.
 */
export const strongswanOf = (
  twin: Twin | undefined,
  radius: { readonly port: number; readonly secret: string },
): string => `plugins {
    attr {
      dns = ${twin?.dns.join(', ') ?? ''}
    }
    eap-radius {
      servers {
        users {
          address = 127.0.0.1
          auth_port = ${radius.port}
          secret = ${radius.secret}
        }
      }
    }
  }
  rdn_matching = relaxed`;

/** The twin as swanctl.conf. `certificate`: its file in `x509`. */
export const swanctlOf = (twin: Twin, certificate: string): string => {
  const eap = twin.users === 'eap';
  return `connections {
  users {
    version = 2
    proposals = ${twin.ike.join(', ')}
    pools = ${eap ? 'radius, users' : 'users'}
    local {
      auth = pubkey
      certs = ${certificate}
      id = "${twin.identity}"
    }
    remote {
      auth = ${eap ? 'eap-radius' : 'pubkey'}
      ${eap ? 'eap_id = %any' : 'cacerts = ca.pem'}
      id = "${twin.match ?? '%any'}"
    }
    children {
      users {
        local_ts = ${twin.networks.join(', ')}
        esp_proposals = ${twin.esp.join(', ')}
      }
    }
  }
}
pools {
  users {
    addrs = ${twin.pool}
  }
}
`;
};
