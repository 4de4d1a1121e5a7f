import type { X509Certificate } from 'node:crypto';
import type { Device, KeyType, NamedKey, Pki } from '../types';
import { typeLine } from '../typing';
import { drop, linesAt, within, type Config } from '../tree';
import type { Level } from '../modes';
import { grouped, labAuthority, readCertificate } from '../../../server/x509';

export const keyId = (type: KeyType, label: string): string => `${type} ${label}`;

export const newPki = (): Pki => {
  let keys: ReadonlyMap<string, NamedKey> = new Map();
  let saved = keys;
  const requests = new Map<string, Buffer>();
  return {
    get keys() {
      return keys;
    },
    setKey: (key) => {
      keys = new Map(keys).set(keyId(key.type, key.label), key);
    },
    dropKey: (type, label) => {
      keys = new Map([...keys].filter(([id]) => id !== keyId(type, label)));
    },
    requests,
    presets: new Map(),
    authority: labAuthority,
    save: () => {
      saved = keys;
    },
    reload: () => {
      keys = saved;
      requests.clear();
    },
  };
};

export type Role = 'ca' | 'router' | 'self-signed';
export interface Held {
  readonly role: Role;
  readonly der: Buffer;
  readonly certificate: X509Certificate;
}

const chainOf = (trustpoint: string): string => `crypto pki certificate chain ${trustpoint}`;
const leadOf: Readonly<Record<Role, string>> = {
  ca: 'certificate ca',
  router: 'certificate',
  'self-signed': 'certificate self-signed',
};

const heldIn = (config: Config, trustpoint: string): readonly Held[] =>
  linesAt(config, [chainOf(trustpoint)]).flatMap((line) => {
    const role = /^certificate (ca|self-signed) /.exec(line.text)?.[1] ?? 'router';
    const der = Buffer.from((line.lines ?? []).map(({ text }) => text.replace(/\s/g, '')).join(''), 'hex');
    const certificate = readCertificate(der);
    return certificate === undefined ? [] : [{ role: role as Role, der, certificate }];
  });

/** The certificates of a trustpoint: what its chain in the running configuration holds. */
export const certificatesOf = (device: Device, trustpoint: string): readonly Held[] => {
  const shown = heldIn(device.running(), trustpoint);
  const preset = device.enrolled.has(trustpoint) ? device.pki.presets.get(trustpoint) : undefined;
  if (shown.length > 0 || preset === undefined) return shown;
  return (['ca', 'own'] as const).map((which) => ({
    role: which === 'ca' ? 'ca' : 'router',
    der: preset[which],
    certificate: readCertificate(preset[which])!,
  }));
};

/** Trustpoints that hold a certificate, so that removing them asks. */
export const enrolledTrustpoints = (device: Device): readonly string[] => [
  ...device.enrolled,
  ...device
    .running()
    .flatMap((line) => (line.lines?.length ? (/^crypto pki certificate chain (\S+)$/.exec(line.slot)?.[1] ?? []) : [])),
];

/** Puts a certificate into the chain of a trustpoint, as the device itself would type it, in place of one of its role. */
export const hold = (config: Config, trustpoint: string, role: Role, der: Buffer): Config => {
  const serial = readCertificate(der)!.serialNumber;
  const own = role === 'ca' ? ['ca'] : ['router', 'self-signed'];
  const cleared = within(config, [chainOf(trustpoint)], (lines) =>
    lines.filter((line) => !own.includes(/^certificate (ca|self-signed) /.exec(line.text)?.[1] ?? 'router')),
  );
  const groups = grouped(der).split(' ');
  const hex = Array.from({ length: Math.ceil(groups.length / 8) }, (_, i) => groups.slice(i * 8, i * 8 + 8).join(' '));
  let levels: readonly Level[] = [];
  return [chainOf(trustpoint), `${leadOf[role]} ${serial}`, ...hex, 'quit'].reduce<Config>((all, text) => {
    const typed = typeLine(all, levels, text.split(' '));
    if (typed.form !== 'done') throw new Error(`the lab does not take its own line: ${text}`);
    levels = typed.levels;
    return typed.config;
  }, cleared);
};

export const withoutCertificates = (config: Config, trustpoint: string): Config => drop(config, chainOf(trustpoint));

/** What a trustpoint says, by the first words of its lines; undefined where there is no such trustpoint. */
export const trustpointOf = (device: Device, name: string): ((lead: string) => string | undefined) | undefined => {
  const block = device.running().find((line) => line.slot === `crypto pki trustpoint ${name}`);
  if (block === undefined) return undefined;
  return (lead) => {
    const line = (block.lines ?? []).find(({ text }) => text === lead || text.startsWith(`${lead} `));
    return line?.text.slice(lead.length).trim();
  };
};

export const trustpointNames = (device: Device): readonly string[] =>
  device.running().flatMap((line) => (line.mode === 'crypto pki trustpoint' ? [line.slot.split(' ')[3]!] : []));

/** The name of the router with its domain: the name of its general key, and what a certificate calls it. */
export const fullName = (device: Device): string => {
  const domain = device
    .running()
    .find((line) => /^ip domain[ -]name /.test(line.text))
    ?.text.split(' ')
    .pop();
  return domain === undefined ? device.hostname() : `${device.hostname()}.${domain}`;
};

/** Which key a trustpoint certifies. */
export const keyNameOf = (device: Device, trustpoint: string): Pick<NamedKey, 'type' | 'label'> => {
  const says = trustpointOf(device, trustpoint);
  const ec = says?.('eckeypair');
  return ec === undefined
    ? { type: 'rsa', label: says?.('rsakeypair')?.split(' ')[0] || fullName(device) }
    : { type: 'ec', label: ec };
};
export const keyOf = (device: Device, trustpoint: string): NamedKey | undefined => {
  const { type, label } = keyNameOf(device, trustpoint);
  return device.pki.keys.get(keyId(type, label));
};

/** The key that a renewal makes beside the old one, until its certificate is there. How a device calls it is unproven. */
const coming = (label: string): string => `${label}#`;
export const comingKeyOf = (device: Device, trustpoint: string): NamedKey | undefined => {
  const { type, label } = keyNameOf(device, trustpoint);
  return device.pki.keys.get(keyId(type, coming(label)));
};
export const setComingKey = (device: Device, key: NamedKey): void =>
  device.pki.setKey({ ...key, label: coming(key.label) });
/** The certificate of the coming key is there: it takes the place of the old one. */
export const rollKey = (device: Device, trustpoint: string): void => {
  const key = comingKeyOf(device, trustpoint);
  if (key === undefined) return;
  device.pki.setKey({ ...key, label: keyNameOf(device, trustpoint).label });
  device.pki.dropKey(key.type, key.label);
};
