import Ajv from 'ajv';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '../../lib/kernel/json';
import { formMembers } from '../../lib/platforms/fmc/write/form';

/** Cisco's own OpenAPI. It is Cisco's and not part of this repository: where it is not beside it, tests of it are skipped. */
export const ciscoFile = join(__dirname, '../../../shared/reference/fmc-openapi-vpn.json');
export const ciscoIsPresent = existsSync(ciscoFile);
export const skipWithoutCisco = (): jest.Describe => {
  if (!ciscoIsPresent) console.log(`skipped: ${ciscoFile} is not present`);
  return ciscoIsPresent ? describe : describe.skip;
};

type Bag = { [key: string]: unknown };
const bag = (value: unknown): Bag => (value ?? {}) as Bag;

/** Where Cisco's schema cannot be met by any body or answer: the schema, what is let go, and why. */
const impossible: readonly {
  readonly schemas: RegExp;
  /** Members that need not be there. */
  readonly drop?: readonly string[];
  /** Members that it does not name may be there. */
  readonly open?: true;
  readonly why: string;
}[] = [
  {
    schemas: /^(Device|IDevice|IDevice_2)$/,
    drop: ['regKey', 'hostName', 'license_caps'],
    why: 'demanded at registration; Cisco’s own examples answer without them',
  },
  {
    schemas: /Metadata$/,
    open: true,
    why: 'what stands in metadata in the examples (ipType, parentType, primaryStatus, snortEngine) is in no schema',
  },
  {
    schemas: /^IPv4AddressPool$/,
    drop: ['ipAddressRange'],
    why: 'a pool that is a supernet has none, in Cisco’s own example of one',
  },
  {
    schemas: /^FTDAutoNatRule$/,
    drop: ['translatedNetwork'],
    why: 'with interfaceInTranslatedNetwork or a pool there is none: Cisco’s Terraform provider leaves it out',
  },
  {
    schemas: /^ISLAMonitorModel$/,
    drop: ['interfaceObjects', 'monitorAddress', 'slaId'],
    why: 'a route names a monitor by its id, in Cisco’s own examples of one',
  },
  {
    schemas: /^IPv[46]StaticRouteModel$/,
    drop: ['gateway'],
    why: 'a route through Null0 has none, in Cisco’s own examples of one',
  },
  {
    schemas: /^IRecurrence$/,
    drop: ['days', 'dailyStartTime', 'dailyEndTime', 'rangeStartDay', 'rangeStartTime', 'rangeEndDay', 'rangeEndTime'],
    why: 'each type has its own members, as their descriptions and Cisco’s own example of a time range have it',
  },
  { schemas: /^PagingContainer$/, open: true, why: 'next and prev are answered and not in the schema' },
  {
    schemas: /^IS2STunnelAdvanceSettingModel$/,
    open: true,
    why: 'enableSGTPropagationOverVTI is missing in it; the Terraform provider, tested by Cisco, writes and reads it',
  },
  {
    schemas: /^FTDRAVpnModel$/,
    drop: [
      ...['addressAssignmentSettings', 'anyConnectClientImages', 'connectionProfiles', 'dapPolicy'],
      'accessInterfaceSettings',
    ],
    why: 'children that the FMC makes itself, two that the Terraform provider leaves out, and what is stored where only the local realm is written',
  },
  {
    schemas: /^IBasePortLiteral$/,
    open: true,
    why: 'only what all port literals share stands in it; the port itself, in every example of Cisco, does not',
  },
  {
    schemas: /^(LDAPAttributeMapModel|ILDAPAttributeValue)$/,
    drop: ['ldapServer'],
    open: true,
    why: 'classes of the FMC’s inside: in Cisco’s examples the realm stands under realm, and a value has a type',
  },
];

/** OpenAPI 3.0 to JSON schema: only what checks a value stays, and members that no schema names are refused. */
const strict = (schema: unknown, name = ''): unknown => {
  if (typeof schema !== 'object' || schema === null) return schema;
  const from = bag(schema);
  if (from['$ref']) return { $ref: String(from['$ref']).replace('#/components/schemas/', 'cisco#/definitions/') };
  const rules = impossible.filter((one) => name !== '' && one.schemas.test(name));
  const to: Bag = {};
  for (const rule of ['type', 'enum']) if (from[rule]) to[rule] = from[rule];
  if (from['items']) to['items'] = strict(from['items']);
  const required = ((from['required'] ?? []) as string[]).filter((key) => !rules.some((r) => r.drop?.includes(key)));
  if (Array.isArray(from['required']) && required.length > 0) to['required'] = required;
  const properties = Object.entries(bag(from['properties']));
  if (properties.length === 0) return to;
  // Every list container types `items` as a single object.
  to['properties'] = Object.fromEntries(
    properties.map(([key, value]) => [
      key,
      name.endsWith('ListContainer') && key === 'items' ? { type: 'array', items: strict(value) } : strict(value),
    ]),
  );
  if (!rules.some((rule) => rule.open)) to['additionalProperties'] = false;
  return to;
};

export interface CiscoOperation {
  readonly template: string;
  /** Undefined where the path is there and takes no such method. */
  readonly operation: Bag | undefined;
}
export interface CiscoApi {
  /** Undefined where there is no such path. */
  readonly find: (method: string, path: string) => CiscoOperation | undefined;
  /** Which schema a request body or an answer has, and whether it goes as a form with a file. */
  readonly schemaOf: (part: unknown) => { readonly name: string; readonly form: boolean } | undefined;
  /** The faults of a value, each with where it is. */
  readonly faults: (name: string, value: unknown) => readonly string[];
  /** Every place in a schema whose values it names, at any depth. */
  readonly places: (name: string) => readonly CiscoPlace[];
}
export interface CiscoPlace {
  /** `rules[].field` */
  readonly at: string;
  readonly type: string;
  /** The values it takes, where the schema names them. */
  readonly values?: readonly string[];
  /** What it says of itself. */
  readonly says: string;
}

/** What comes with every answer and is never sent. */
const answered = new Set(['links', 'metadata', 'version', 'overrides']);

/** Every plain member of a schema; a schema inside itself is not entered again. */
const placesIn = (
  schemas: ReadonlyMap<string, unknown>,
  schema: unknown,
  at: string,
  seen: readonly string[],
): readonly CiscoPlace[] => {
  const from = bag(schema);
  if (from['$ref']) {
    const name = String(from['$ref']).split('/').pop()!;
    return seen.includes(name) ? [] : placesIn(schemas, schemas.get(name), at, [...seen, name]);
  }
  if (from['items']) return placesIn(schemas, from['items'], `${at}[]`, seen);
  const inner = Object.entries(bag(from['properties'])).filter(([key]) => !answered.has(key));
  if (inner.length > 0)
    return inner.flatMap(([key, value]) => placesIn(schemas, value, at === '' ? key : `${at}.${key}`, seen));
  const values = from['enum'] as readonly string[] | undefined;
  const place = { at, type: String(from['type']), says: String(from['description'] ?? '') };
  return [values === undefined ? place : { ...place, values }];
};

export const ciscoApi = (): CiscoApi => {
  const api = bag(JSON.parse(readFileSync(ciscoFile, 'utf8')));
  const schemas = Object.entries(bag(bag(api['components'])['schemas']));
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema({ $id: 'cisco', definitions: Object.fromEntries(schemas.map(([name, s]) => [name, strict(s, name)])) });
  const paths = Object.entries(bag(api['paths'])).map(([template, item]) => ({
    template,
    fits: new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`),
    item: bag(item),
  }));
  return {
    find: (method, path) => {
      const found = paths.find(({ fits }) => fits.test(path));
      return found && { template: found.template, operation: found.item[method.toLowerCase()] as Bag | undefined };
    },
    schemaOf: (part) => {
      const [[type, media] = ['', {}]] = Object.entries(bag(bag(part)['content']));
      const schema = bag(bag(media)['schema']);
      const form = type.startsWith('multipart/');
      const name = /schemas\/(\w+)$/.exec(String(schema['$ref'] ?? ''))?.[1];
      if (name !== undefined) return { name, form };
      if (!form) return undefined;
      const own = `form ${Object.keys(bag(schema['properties'])).sort().join(' ')}`;
      if (!ajv.getSchema(own)) ajv.addSchema(strict(schema) as object, own);
      return { name: own, form };
    },
    faults: (name, value) => {
      const validate = ajv.getSchema(name.startsWith('form ') ? name : `cisco#/definitions/${name}`)!;
      if (validate(value)) return [];
      return validate.errors!.map((e) => `${name}${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`);
    },
    places: (name) => placesIn(new Map(schemas), { $ref: name }, '', []),
  };
};

export interface Request {
  readonly method: string;
  /** From `/api` on; `{…}` stands for an id. */
  readonly path: string;
  readonly body?: unknown;
}

/** Answers the faults that Cisco's schema finds in the body of a request; also that there is no such request. */
export const ciscoSchema = (): ((request: Request) => readonly string[]) => {
  const api = ciscoApi();
  return ({ method, path, body }) => {
    const found = api.find(method, path.replace(/\{[^}]*\}/g, 'id').split('?')[0]!);
    if (!found?.operation) return [`${method} ${path} is not in the specification`];
    if (body === undefined) return [];
    const schema = api.schemaOf(found.operation['requestBody']);
    if (schema === undefined) return [`${method} ${path} takes no body`];
    // What goes as a form goes as text, and the content of the file beside it.
    const value = schema.form ? { ...formMembers(body as JsonObject).members, payloadFile: 'content' } : body;
    return api.faults(schema.name, value).map((fault) => `${method} ${found.template} ${fault}`);
  };
};
