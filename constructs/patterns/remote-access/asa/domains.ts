import type { Construct } from 'constructs';
import { propsOf } from '../../../../lib/synth/declaration';
import type { Violation } from '../../../core/checks';
import type { AsaFirewall } from '../../../devices/asa-firewall';
import { AsaClientAttribute } from '../../../generated/remote-access/asa-client-attribute';
import { webByProgram, webOn } from '../../shared/asa';
import { domainViolations, type SplitDomains } from '../domains';
import type { AsaRemoteAccessProps } from './props';

/** The longest value on one line of an ASA (Cisco ASA command reference, `anyconnect-custom-data`). */
const longest = 420;

/** Domains as lines that an ASA hands out as one text: each but the last ends with a comma. */
const linesOf = (domains: readonly string[]): string[] => {
  const lines: string[] = [];
  for (const domain of domains) {
    const last = lines.at(-1);
    const joined = last === undefined ? domain : `${last},${domain}`;
    // One place is kept for the comma at the end.
    if (last === undefined || joined.length >= longest) lines.push(domain);
    else lines[lines.length - 1] = joined;
  }
  return lines.map((line, i) => (i < lines.length - 1 ? `${line},` : line));
};

const attributesOf = ({ include, exclude }: SplitDomains) => [
  ...(include
    ? [
        {
          attribute: 'dynamic-split-include-domains',
          description: 'domains through the tunnel',
          values: linesOf(include),
        },
      ]
    : []),
  ...(exclude
    ? [{ attribute: 'dynamic-split-exclude-domains', description: 'domains past the tunnel', values: linesOf(exclude) }]
    : []),
];

/** The attributes that hold the domains, known to WebVPN and under one label. */
export const domainsOn = (
  at: Construct,
  asa: AsaFirewall,
  label: string,
  domains: SplitDomains | undefined,
): AsaClientAttribute[] | undefined => {
  if (domains === undefined) return undefined;
  const all = attributesOf(domains);
  webOn(asa, { customAttributes: all.map(({ attribute, description }) => ({ attribute, description })) });
  return all.map(
    ({ attribute, values }) =>
      new AsaClientAttribute(at, attribute, {
        webvpn: { ref: 'webvpn', name: 'webvpn' },
        attribute,
        label,
        values,
      }),
  );
};

/** What the TLS side of the program does not know of them. */
const unknownTo = (asa: AsaFirewall, domains: SplitDomains): readonly Violation[] => {
  const web = webByProgram(asa);
  const known = (web && propsOf(web)?.customAttributes)?.map(({ attribute }) => attribute) ?? [];
  const missing = attributesOf(domains).filter(({ attribute }) => !known.includes(attribute));
  if (web === undefined || missing.length === 0) return [];
  const words = missing.map(({ attribute }) => `{ attribute: '${attribute}' }`).join(', ');
  return [
    [
      'domains',
      `${web.node.path} says which attributes clients have: write customAttributes: [${words}] there, or leave that construct out`,
    ],
  ];
};

/** What cannot work of domains on an ASA. */
export const asaDomainViolations = (
  { domains, networks, software = [], authentication }: AsaRemoteAccessProps,
  asa: AsaFirewall | undefined,
): readonly Violation[] => {
  if (domains === undefined) return [];
  const standard = software.includes('windows') || authentication.method === 'eap';
  if (standard) return [['domains', 'only Secure Client knows domains: leave them out, or give users Secure Client']];
  return [...domainViolations(domains, networks), ...(asa === undefined ? [] : unknownTo(asa, domains))];
};
