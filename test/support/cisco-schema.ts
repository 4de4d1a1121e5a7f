import Ajv from 'ajv';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Cisco's own OpenAPI. It is Cisco's and not part of this repository: where it is not beside it, tests of it are skipped. */
export const ciscoFile = join(__dirname, '../../../shared/reference/fmc-openapi-vpn.json');
export const ciscoIsPresent = existsSync(ciscoFile);
export const skipWithoutCisco = (): jest.Describe => {
  if (!ciscoIsPresent) console.log(`skipped: ${ciscoFile} is not present`);
  return ciscoIsPresent ? describe : describe.skip;
};

type Bag = { [key: string]: unknown };
const bag = (value: unknown): Bag => (value ?? {}) as Bag;

/** What no body can meet, and why: the FMC of the lab, and Cisco's examples, do without. */
const open = [/Metadata$/, /^PagingContainer$/, /^IS2STunnelAdvanceSettingModel$/];

/** OpenAPI 3.0 to JSON schema: only what checks a value stays, and members that no schema names are refused. */
const strict = (schema: unknown, name = ''): unknown => {
  if (typeof schema !== 'object' || schema === null) return schema;
  const from = bag(schema);
  if (from['$ref']) return { $ref: String(from['$ref']).replace('#/components/schemas/', 'cisco#/definitions/') };
  const to: Bag = {};
  for (const rule of ['type', 'enum']) if (from[rule]) to[rule] = from[rule];
  if (from['items']) to['items'] = strict(from['items']);
  if (Array.isArray(from['required'])) to['required'] = from['required'];
  const properties = Object.entries(bag(from['properties']));
  if (properties.length === 0) return to;
  to['properties'] = Object.fromEntries(properties.map(([key, value]) => [key, strict(value)]));
  if (!open.some((names) => names.test(name))) to['additionalProperties'] = false;
  return to;
};

export interface Request {
  readonly method: string;
  /** From `/api` on; `{…}` stands for an id. */
  readonly path: string;
  readonly body?: unknown;
}

/** Answers the faults that Cisco's schema finds in the body of a request; also that there is no such request. */
export const ciscoSchema = (): ((request: Request) => readonly string[]) => {
  const api = bag(JSON.parse(readFileSync(ciscoFile, 'utf8')));
  const schemas = Object.entries(bag(bag(api['components'])['schemas']));
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema({ $id: 'cisco', definitions: Object.fromEntries(schemas.map(([name, s]) => [name, strict(s, name)])) });
  const paths = Object.entries(bag(api['paths'])).map(([template, item]) => ({
    template,
    fits: new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`),
    item: bag(item),
  }));
  return ({ method, path, body }) => {
    const plain = path.replace(/\{[^}]*\}/g, 'id');
    const found = paths.find(({ fits }) => fits.test(plain));
    const operation = found && bag(found.item[method.toLowerCase()]);
    if (!operation || Object.keys(operation).length === 0) return [`${method} ${path} is not in the specification`];
    const [media] = Object.values(bag(bag(operation['requestBody'])['content']));
    const name = /schemas\/(\w+)$/.exec(String(bag(bag(media)['schema'])['$ref'] ?? ''))?.[1];
    if (body === undefined) return [];
    if (name === undefined) return [`${method} ${path} takes no body`];
    const validate = ajv.getSchema(`cisco#/definitions/${name}`)!;
    if (validate(body)) return [];
    return validate.errors!.map(
      (e) => `${method} ${found.template} ${name}${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`,
    );
  };
};
