import type { GenericSchema } from 'valibot';

/** What a schema says that the cells of a column are. */
export type SchemaKind = 'number' | 'truth' | 'text';

/** Internal fields of valibot's schemas. */
interface Part {
  type?: string;
  entries?: Record<string, Part>;
  item?: Part;
  wrapped?: Part;
  options?: unknown[];
  literal?: unknown;
}

/** Returns the kinds of columns by a schema of a row, or of a list of rows; columns of other types are left out. */
export function listColumnKinds(schema: GenericSchema): Map<string, SchemaKind> {
  const part = schema as unknown as Part;
  const { entries = {} } = part.type === 'array' ? (part.item ?? {}) : part;
  const kinds = new Map<string, SchemaKind>();
  for (const [name, entry] of Object.entries(entries)) {
    const kind = kindOf(entry);
    if (kind) kinds.set(name, kind);
  }
  return kinds;
}

function kindOf({ type, wrapped, options, literal }: Part): SchemaKind | null {
  if (type === 'number') return 'number';
  if (type === 'boolean') return 'truth';
  if (type === 'string') return 'text';
  if (wrapped) return kindOf(wrapped);
  if (type === 'literal') return kindOfValue(literal);
  if (type === 'picklist' || type === 'enum') return agree((options ?? []).map(kindOfValue));
  if (type !== 'union' && type !== 'variant') return null;
  const parts = (options ?? []) as Part[];
  return agree(parts.filter((part) => part.type !== 'null').map(kindOf));
}

function agree(kinds: readonly (SchemaKind | null)[]): SchemaKind | null {
  const [first = null] = kinds;
  return kinds.every((kind) => kind === first) ? first : null;
}

function kindOfValue(value: unknown): SchemaKind | null {
  const kinds = { number: 'number', boolean: 'truth', string: 'text' } as const;
  return kinds[typeof value as keyof typeof kinds] ?? null;
}
