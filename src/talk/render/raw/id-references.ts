import { html as dom } from 'parse5';
import { holdsCss } from '../../html/listed-addresses.ts';
import { listReferences } from './css-names.ts';
import { listSelectedIds } from './css.ts';
import type { Element } from './nodes.ts';
import { readWords } from './element-list.ts';

type Attribute = Element['attrs'][number];

/** Attributes with space-separated ids of other elements. */
const ID_LISTS = new Set(
  readWords(`for list form headers itemref popovertarget aria-labelledby aria-describedby aria-controls aria-owns
  aria-activedescendant aria-details aria-errormessage aria-flowto`),
);
const TIMES = new Set(['begin', 'end']);
/** The element whose event starts an animation; a value that begins with a digit is a time. */
const EVENT = /^(\s*)([^\s.\d+;-][^\s.;]*)(?=\.\w)/;
const HREFS = new Set(['href', 'xlink:href']);
const URL_CALL = /url\(/i;

/** Returns the new name of a reference, or the same name. */
type Rename = (id: string) => string;

/** Lists the ids that an attribute draws: by `url(#id)`, and by the `href` of a drawing's element. */
export function listTargets(
  { name, value }: Pick<Attribute, 'name' | 'value'>,
  { name: tag, inDrawing }: { name: string; inDrawing: boolean },
): string[] {
  if (holdsCss(name)) return listReferences(value);
  const isReference = HREFS.has(name) && inDrawing && tag !== 'a' && value.startsWith('#');
  return isReference && value.length > 1 ? [value.slice(1)] : [];
}

/** Lists the ids of elements. */
export function listIds(elements: readonly Element[]): string[] {
  return elements.flatMap(({ attrs }) =>
    attrs.flatMap(({ name, value }) => (name === 'id' ? value : [])),
  );
}

/** Lists the ids that elements and styles of a slide reference, without links. */
export function listReferred(elements: readonly Element[], styles: readonly string[]): Set<string> {
  const found = new Set(styles.flatMap((css) => [...listSelectedIds(css), ...listReferences(css)]));
  const note: Rename = (id) => {
    found.add(id);
    return id;
  };
  for (const element of elements) {
    for (const attribute of element.attrs) {
      if (URL_CALL.test(attribute.value)) listReferences(attribute.value).forEach(note);
      else renameIn(attribute, element, note);
    }
  }
  return found;
}

/** Renames an element's id and its references to ids of its slide. */
export function renameReferences(
  element: Element,
  ids: ReadonlyMap<string, string>,
  renameCss: (css: string) => string,
): void {
  const rename: Rename = (id) => ids.get(id) ?? id;
  for (const attribute of element.attrs) {
    if (attribute.name === 'id') attribute.value = rename(attribute.value);
    else if (attribute.name === 'style' || URL_CALL.test(attribute.value)) {
      attribute.value = renameCss(attribute.value);
    } else attribute.value = renameIn(attribute, element, rename);
  }
}

function renameIn({ name, prefix, value }: Attribute, element: Element, rename: Rename): string {
  if (ID_LISTS.has(name)) return value.replaceAll(/\S+/g, rename);
  const isDrawn = element.namespaceURI === dom.NS.SVG;
  if (isDrawn && TIMES.has(name)) {
    const parts = value
      .split(';')
      .map((part) => part.replace(EVENT, (_, gap, id) => gap + rename(id)));
    return parts.join(';');
  }
  const isReference = isDrawn && name === 'href' && (!prefix || prefix === 'xlink');
  if (!isReference || element.tagName === 'a' || !value.startsWith('#')) return value;
  return `#${rename(value.slice(1))}`;
}
