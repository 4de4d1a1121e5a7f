export type Parsed = { readonly success: true; readonly data: unknown } | { readonly success: false };

/** What is asked of the schema of a field. */
export interface FieldSchema {
  safeParse(value: unknown): Parsed;
  readonly shape?: Shape;
  readonly def?: { readonly type: string; readonly innerType?: FieldSchema; readonly element?: FieldSchema };
}
export type Shape = Readonly<Record<string, FieldSchema>>;

const absent = new WeakMap<FieldSchema, Parsed>();
/** What a field is where nothing says it, by its schema; the same for each object of its kind. */
export const absentOf = (field: FieldSchema): Parsed => {
  let found = absent.get(field);
  if (found === undefined) absent.set(field, (found = field.safeParse(undefined)));
  return found;
};

/** The schema of an object: its fields, and a copy of it with others and with the same checks. */
interface ObjectSchema {
  readonly shape?: Shape;
  readonly def: object;
  clone(def: never): unknown;
}

/** Whether a field that is not there says nothing and is no fault. */
const mayLack = (field: FieldSchema): boolean => {
  const parsed = field.def?.type === 'optional' ? absentOf(field) : undefined;
  return parsed?.success === true && parsed.data === undefined;
};

const narrowed = new WeakMap<ObjectSchema, Map<string, unknown>>();
/** Schemas of which most objects have few of the fields take them the same way without the fields that they lack. */
const most = 100;

/**
 * A schema that takes these props as `schema` does, without the fields that say nothing where they are not there: a schema
 * looks at each of its fields, and of dozens an object of a device has a few. Objects of one kind have the same ones.
 */
export const schemaFor = <S extends ObjectSchema>(schema: S, props: object): S => {
  const { shape } = schema;
  if (shape === undefined) return schema;
  const known = narrowed.get(schema) ?? new Map<string, unknown>();
  narrowed.set(schema, known);
  const fields = Object.keys(props).join(' ');
  let found = known.get(fields);
  if (found === undefined) {
    if (known.size >= most) known.clear();
    const less = Object.entries(shape).filter(([name, field]) => name in props || !mayLack(field));
    found = schema.clone({ ...schema.def, shape: Object.fromEntries(less) } as never);
    known.set(fields, found);
  }
  return found as S;
};
