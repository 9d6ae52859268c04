/** What a validator says is wrong; TypeBox and Ajv agree on these fields. */
export interface SchemaError {
  keyword: string;
  /** A JSON pointer into the value: `/0/items/2/quantity`; empty for the value itself. */
  instancePath: string;
  params?: unknown;
  message?: string | undefined;
}

/** As many as TypeBox finds before it stops. */
const most = 8;

/**
 * Says every fault in a clause of its own, "0.status must be one of packed, delivered", in the value's order of fields, so
 * that one answer is enough to mend a whole message. `whole` is what the value itself is called, `before` stands before the
 * paths within it. Values are never repeated: they may be somebody's address.
 */
export function schemaFaults(errors: readonly SchemaError[], whole: string, before = ''): string[] {
  const byPath = new Map<string, SchemaError[]>();
  for (const error of errors) {
    const list = byPath.get(error.instancePath) ?? [];
    list.push(error);
    byPath.set(error.instancePath, list);
  }
  const faults = [...byPath].flatMap(([path, those]) => {
    const name = path === '' ? whole : before + path.slice(1).replaceAll('/', '.');
    const isExplained = [...byPath.keys()].some((other) => other.startsWith(`${path}/`));
    return clauses(those, isExplained).map((clause) => `${name} ${clause}`);
  });
  return faults.length <= most ? faults : [...faults.slice(0, most), `and ${faults.length - most} more`];
}

/** What is wrong with one field; `isExplained` where faults of its own fields say why no kind of it fits. */
function clauses(errors: readonly SchemaError[], isExplained: boolean): string[] {
  const said = new Set<string>();
  const lacking = unique(
    errors.flatMap(({ params }) => [...listOf(params, 'requiredProperties', 'missingProperty')]),
  );
  if (lacking.length > 0) said.add(`lacks ${lacking.join(', ')}`);
  const allowed = unique(
    errors.flatMap(({ params }) => [...listOf(params, 'allowedValues', 'allowedValue')]),
  );
  if (allowed.length > 0) said.add(`must be ${allowed.length > 1 ? 'one of ' : ''}${allowed.join(', ')}`);
  const unknown = unique(
    errors.flatMap(({ params }) => [...listOf(params, 'additionalProperties', 'additionalProperty')]),
  );
  if (unknown.length > 0) said.add(`does not have ${unknown.join(', ')}`);
  for (const { keyword, message } of errors)
    if (!toldAbove.has(keyword) && !(isUnion(keyword) && (isExplained || said.size > 0)))
      said.add(message ?? 'is wrong');
  return [...said];
}

const toldAbove = new Set(['required', 'enum', 'const', 'additionalProperties', 'boolean']);

const isUnion = (keyword: string): boolean => keyword === 'anyOf' || keyword === 'oneOf';

const unique = (values: string[]): string[] => [...new Set(values)];

/** What `params` lists under one name or gives alone under the other. */
function listOf(params: unknown, many: string, one: string): string[] {
  const given = Object(params) as Record<string, unknown>;
  const values = Array.isArray(given[many]) ? given[many] : one in given ? [given[one]] : [];
  return values.map((value) => (value === '' ? 'nothing' : String(value)));
}
