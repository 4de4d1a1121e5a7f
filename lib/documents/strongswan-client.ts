import type { NounOf } from '../model/nouns';
import { secretMarker, type SecretRef } from '../model/secret';
import { swanAh, swanEsp, swanProposal } from '../model/clients/strongswan-algorithms';
import type { Document } from './document';

type Client = NounOf<'strongswan-client'>;
/** Settings and sections, in order. */
type Section = readonly (readonly [name: string, value: string | Section] | undefined)[];

const written = (section: Section, depth: number): readonly string[] => {
  const pad = '  '.repeat(depth);
  return section.flatMap((one) => {
    if (one === undefined) return [];
    const [name, value] = one;
    return typeof value === 'string'
      ? [`${pad}${name} = ${value}`]
      : [`${pad}${name} {`, ...written(value, depth + 1), `${pad}}`];
  });
};

/** Text between double quotes: a quote and a backslash would need one before them, and the nouns take neither. */
const text = (value: string): string => `"${value}"`;
const secret = (ref: SecretRef): string => text(secretMarker(ref));

const local = ({ authentication: proof }: Client): Section => {
  switch (proof.method) {
    case 'pubkey':
      return [
        ['auth', 'pubkey'],
        ['certs', proof.certificate],
        proof.identity === undefined ? undefined : ['id', text(proof.identity)],
      ];
    case 'eap':
      return [
        ['auth', `eap-${proof.type}`],
        ['id', text(proof.identity ?? proof.user)],
        ['eap_id', text(proof.user)],
        proof.certificate === undefined ? undefined : ['certs', proof.certificate],
        proof.serverName === undefined ? undefined : ['aaa_id', text(proof.serverName)],
      ];
    case 'pre-share':
      return [
        ['auth', 'psk'],
        ['id', text(proof.identity)],
      ];
  }
};

const secretsOf = ({ name, address, remoteId, authentication: proof }: Client): Section => {
  if (proof.method === 'eap' && proof.password !== undefined)
    return [
      [
        `eap-${name}`,
        [
          ['id', text(proof.user)],
          ['secret', secret(proof.password)],
        ],
      ],
    ];
  if (proof.method !== 'pre-share') return [];
  return [
    [
      `ike-${name}`,
      [
        ['id-local', text(proof.identity)],
        ['id-remote', text(remoteId ?? address)],
        ['secret', secret(proof.key)],
      ],
    ],
  ];
};

const child = ({ transformSets, pfs, networks }: Client): Section => {
  const esp = transformSets.filter(({ encryption }) => encryption !== undefined).flatMap((set) => swanEsp(set, pfs));
  const ah = transformSets.filter(({ encryption }) => encryption === undefined).map((set) => swanAh(set, pfs));
  return [
    ['remote_ts', (networks ?? ['0.0.0.0/0']).join(', ')],
    esp.length === 0 ? undefined : ['esp_proposals', esp.join(', ')],
    ah.length === 0 ? undefined : ['ah_proposals', ah.join(', ')],
    transformSets.every(({ mode }) => mode !== 'tunnel') ? ['mode', 'transport'] : undefined,
    transformSets.some(({ compression }) => compression !== undefined) ? ['ipcomp', 'yes'] : undefined,
    ['dpd_action', 'restart'],
  ];
};

/** The connection, as a file of `/etc/swanctl/conf.d`. */
export const strongSwanClientDocument = (client: Client): Document => {
  const { name, address, proposals, remoteId, authorities, authentication: proof, dpdSeconds } = client;
  const remote: Section = [
    ['auth', proof.method === 'pre-share' ? 'psk' : 'pubkey'],
    ['id', text(remoteId ?? address)],
    authorities === undefined ? undefined : ['cacerts', authorities.join(', ')],
  ];
  const connection: Section = [
    ['version', '2'],
    ['remote_addrs', address],
    ['vips', '0.0.0.0'],
    ['proposals', proposals.map(swanProposal).join(', ')],
    ['dpd_delay', `${dpdSeconds}s`],
    ['local', local(client)],
    ['remote', remote],
    ['children', [[name, child(client)]]],
  ];
  const secrets = secretsOf(client);
  const all: Section = [['connections', [[name, connection]]], secrets.length === 0 ? undefined : ['secrets', secrets]];
  return { name: `${name}.conf`, quote: 'double', text: `${written(all, 0).join('\n')}\n` };
};
