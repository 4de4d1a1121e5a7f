/** An object of NetBox's API. */
export type NetBoxRecord = Readonly<Record<string, unknown>> & { readonly id: number };

/** A device or a virtual machine of NetBox, with the slugs of what it belongs to. */
export interface NetBoxDevice {
  /** Its id in NetBox, which stays when it is renamed. */
  readonly id: number;
  /** Its name, which no other row has. */
  readonly name: string;
  /** Its primary IPv4 address without length; where it has none, the IPv6 one. Undefined where it has neither. */
  readonly host: string | undefined;
  /** `active`, `planned`, `staged`, `offline`… */
  readonly status: string;
  /** Slug of its role. */
  readonly role: string | undefined;
  /** Slug of its site. */
  readonly site: string | undefined;
  /** Slug of its tenant. */
  readonly tenant: string | undefined;
  /** Slug of its platform: `cisco-ios-xe`. */
  readonly platform: string | undefined;
  /** The model of its type, as NetBox has it. A virtual machine has none. */
  readonly model: string | undefined;
  /** Serial number, empty where none is known. */
  readonly serial: string;
  /** Slugs of its tags. */
  readonly tags: readonly string[];
  /** Values by the names of the custom fields, as NetBox gives them. */
  readonly customFields: Readonly<Record<string, unknown>>;
  /** Role, site, tenant and platform, for `Labels`. */
  readonly labels: Readonly<Record<string, string>>;
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const memberOf = (value: unknown, member: string): string | undefined =>
  isRecord(value) ? text(value[member]) : undefined;
const slugOf = (value: unknown): string | undefined => memberOf(value, 'slug');

const withoutLength = (address: string | undefined): string | undefined => address?.split('/')[0];

/** What NetBox says of a device. Before 3.6 the role was called `device_role`. */
export const deviceRow = (record: NetBoxRecord): NetBoxDevice => {
  const belongs = {
    role: slugOf(record['role'] ?? record['device_role']),
    site: slugOf(record['site']),
    tenant: slugOf(record['tenant']),
    platform: slugOf(record['platform']),
  };
  const labels = Object.entries(belongs).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    id: record.id,
    name: text(record['name']) ?? '',
    host: withoutLength(memberOf(record['primary_ip4'], 'address') ?? memberOf(record['primary_ip6'], 'address')),
    status: memberOf(record['status'], 'value') ?? '',
    ...belongs,
    model: memberOf(record['device_type'], 'model'),
    serial: text(record['serial']) ?? '',
    tags: (Array.isArray(record['tags']) ? record['tags'] : []).flatMap((tag) => slugOf(tag) ?? []),
    customFields: isRecord(record['custom_fields']) ? record['custom_fields'] : {},
    labels: Object.fromEntries(labels),
  };
};
