/** Attributes in braces as Pandoc and others write them: `{#id .class key=value}`. */
export interface BraceAttributes {
  id: string | null;
  classes: string[];
  values: Map<string, string>;
}

/** Parses the text between braces; words without a sign are classes, as in `{-}` and `{python}`. */
export function parseAttributes(text: string): BraceAttributes {
  const attributes: BraceAttributes = { id: null, classes: [], values: new Map() };
  for (const { 0: part, 1: id, 2: name, 3: key, 4: quoted, 5: single, 6: bare } of text.matchAll(
    PART,
  )) {
    if (id !== undefined) attributes.id = id;
    else if (name !== undefined) attributes.classes.push(name);
    else if (key !== undefined) attributes.values.set(key, quoted ?? single ?? bare ?? '');
    else attributes.classes.push(part === '-' ? 'unnumbered' : part);
  }
  return attributes;
}

const PART =
  /#([^\s}#.=]+)|\.([^\s}.=]+)|([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s}"']+))|[^\s,{}]+/g;
