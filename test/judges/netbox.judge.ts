import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from './support/judge';
import { missingModules, python } from './support/python';

const fixture = join(__dirname, '../fixtures/netbox/devices.json');
/** Releases of which the package netbox-sdk carries NetBox's own OpenAPI. */
const releases = ['4.3', '4.4', '4.5', '4.6'];

/** OpenAPI 3.0 as JSON Schema: `nullable` is a type of its own there, and `exclusiveMinimum` a number. */
const asJsonSchema = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(asJsonSchema);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { nullable, ...members } = schema as Readonly<Record<string, unknown>>;
  const kept = Object.entries(members).filter(
    ([name, value]) => !(name.startsWith('exclusive') && typeof value === 'boolean'),
  );
  const same = Object.fromEntries(kept.map(([name, value]) => [name, asJsonSchema(value)]));
  return nullable === true ? { anyOf: [{ type: 'null' }, same] } : same;
};

judge(
  'NetBox',
  "the answer that the tests of Inventory.fromNetBox read, against NetBox's own OpenAPI of four releases",
  missingModules('netbox_sdk'),
  ({ agree }) => {
    test.each(releases)('NetBox %s', async (release) => {
      const { document } = await python<{ document: string }>('netbox_openapi.py', { release });
      const { components } = JSON.parse(readFileSync(document, 'utf8')) as { components: { schemas: object } };
      const ajv = new Ajv({ strict: false, allErrors: true });
      addFormats(ajv);
      ajv.addSchema({ $id: 'netbox', components: { schemas: asJsonSchema(components.schemas) } });
      const fits = ajv.compile({ $ref: 'netbox#/components/schemas/PaginatedDeviceWithConfigContextList' });
      fits(JSON.parse(readFileSync(fixture, 'utf8')));
      agree(`what NetBox ${release} refuses of it`, fits.errors ?? [], []);
      // A judge that takes everything judges nothing.
      fits({ count: 1, results: [{ id: 'one' }] });
      agree(`that NetBox ${release} refuses what is no device`, fits.errors === null, false);
    });
  },
);
