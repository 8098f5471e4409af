import { parseFragment, serializeOuter, type DefaultTreeAdapterTypes } from 'parse5';
import type { Deck, DeckSlide } from '../../deck.ts';
import { attributeOf, listTags, type DeckTag } from '../../deck-tags.ts';
import type { ReadContext } from '../../dialect.ts';

type Element = DefaultTreeAdapterTypes.Element;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;
type Ids = ReadonlyMap<string, Element>;

/**
 * Brings what a drawing shows from another file or another slide into the drawing. A slide names only its own elements,
 * and a page that is one file shows no parts of others.
 */
export function takeUses({ slides }: Deck, { readFile }: Pick<ReadContext, 'readFile'>): void {
  if (!slides.some(({ edits }) => USE.test(edits.text))) return;
  const own = slides.map((slide) =>
    /\bid=/.test(slide.edits.text) ? listIds(parseFragment(slide.edits.text)) : NONE,
  );
  slides.forEach((slide, index) => {
    if (!USE.test(slide.edits.text)) return;
    const brought = new Set<string>();
    for (const tag of listTags(slide)) {
      const name = USED.find((each) => attributeOf(tag, each) !== undefined);
      const address = name === undefined ? undefined : attributeOf(tag, name);
      if (tag.kind !== 'open' || tag.name.toLowerCase() !== 'use' || !address) continue;
      const [file = '', id = ''] = address.split('#', 2);
      if (id === '' || (file === '' && own[index]?.has(id))) continue;
      const text = file === '' ? undefined : readFile(file, slide.file)?.text;
      const ids =
        file === ''
          ? own.find((each) => each.has(id))
          : text === undefined
            ? undefined
            : listIds(parseFragment(text));
      if (ids?.has(id)) bring(id, ids, { tag, address, slide, brought });
    }
  });
}

function bring(
  id: string,
  ids: Ids,
  {
    tag,
    address,
    slide,
    brought,
  }: { tag: DeckTag; address: string; slide: DeckSlide; brought: Set<string> },
): void {
  const written = slide.edits.text.slice(tag.start, tag.end).replace(address, `#${id}`);
  const parts = listWithParts(id, ids).filter((each) => !brought.has(each));
  parts.forEach((each) => brought.add(each));
  const drawn = parts.map((each) => write(ids.get(each))).join('');
  const definitions = drawn === '' ? '' : `<defs>${drawn}</defs>`;
  slide.replace(tag, definitions + written, ['translated', 'the drawing itself']);
}

/** Lists an id and those of the elements that its element needs. */
function listWithParts(id: string, ids: Ids, found: readonly string[] = []): string[] {
  if (found.includes(id) || !ids.has(id)) return [...found];
  const names = [...write(ids.get(id)).matchAll(/(?:href="|url\()#([^")]+)/g)];
  return names.reduce<string[]>(
    (all, [, name = '']) => listWithParts(name, ids, all),
    [...found, id],
  );
}

/** Writes an element on one line, since a blank line would end it in Markdown. */
function write(element: Element | undefined): string {
  return element ? serializeOuter(element).replaceAll(/\s*\n\s*/g, ' ') : '';
}

function listIds(node: ParentNode, ids = new Map<string, Element>()): Map<string, Element> {
  for (const child of node.childNodes) {
    if (!('tagName' in child)) continue;
    const id = child.attrs.find(({ name }) => name === 'id')?.value;
    if (id !== undefined && !ids.has(id)) ids.set(id, child);
    listIds(child, ids);
  }
  return ids;
}

const USE = /<use\b/i;
const USED = ['href', 'xlink:href'];
const NONE: Ids = new Map();
