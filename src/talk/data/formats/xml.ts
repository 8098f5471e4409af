import { ShapeError } from './answer-shape.ts';

/** An element of an XML document. */
export interface XmlElement {
  /** Its name as written, with the prefix. */
  name: string;
  attributes: Record<string, string>;
  /** All text within it, trimmed. */
  text: string;
  children: XmlElement[];
}

/** Validates a response as an XML document, or throws; returns its root. */
export function toXml(answer: unknown): XmlElement {
  const root = answer as Partial<XmlElement> | null;
  if (root && typeof root.name === 'string' && Array.isArray(root.children))
    return root as XmlElement;
  throw new ShapeError('the answer is no XML document');
}

/** Finds the elements below an element by a path of names: `channel/item`. */
export function findElements(element: XmlElement, path: string): XmlElement[] {
  return path
    .split('/')
    .reduce(
      (found, name) =>
        found.flatMap(({ children }) => children.filter((child) => child.name === name)),
      [element],
    );
}

/** An entry of a feed. */
export interface FeedEntry {
  /** Its identifier, else its address. */
  id: string;
  title: string;
  /** The address of its page; null for none. */
  url: string | null;
  /** When it appeared, such as `2026-11-22T12:00:00.000Z`; null where the feed does not say. */
  published: string | null;
  /** When it last changed; null where the feed does not say. */
  updated: string | null;
  authors: string[];
}

/** Reads a feed, Atom or RSS, in its own order. */
export function readFeed(answer: unknown): FeedEntry[] {
  const root = toXml(answer);
  if (root.name === 'feed') return findElements(root, 'entry').map(readAtomEntry);
  if (root.name === 'rss') return findElements(root, 'channel/item').map(readItem);
  // RSS 1.0 has its items beside the channel.
  if (root.name === 'rdf:RDF') return findElements(root, 'item').map(readItem);
  throw new ShapeError(`the answer is no feed: its first element is <${root.name}>`);
}

function readAtomEntry(entry: XmlElement): FeedEntry {
  const links = findElements(entry, 'link');
  const page = links.find(({ attributes: { rel = 'alternate' } }) => rel === 'alternate');
  const url = page?.attributes['href'] ?? null;
  return {
    id: textOf(entry, 'id') ?? url ?? '',
    title: textOf(entry, 'title') ?? '',
    url,
    published: toMoment(textOf(entry, 'published')),
    updated: toMoment(textOf(entry, 'updated')),
    authors: findElements(entry, 'author/name').map(({ text }) => text),
  };
}

function readItem(item: XmlElement): FeedEntry {
  const url = textOf(item, 'link');
  const authors = ['author', 'dc:creator'].flatMap((name) => findElements(item, name));
  return {
    id: textOf(item, 'guid') ?? item.attributes['rdf:about'] ?? url ?? '',
    title: textOf(item, 'title') ?? '',
    url,
    published: toMoment(textOf(item, 'pubDate') ?? textOf(item, 'dc:date')),
    updated: toMoment(textOf(item, 'atom:updated')),
    authors: authors.map(({ text }) => text),
  };
}

function textOf(element: XmlElement, name: string): string | null {
  return findElements(element, name)[0]?.text || null;
}

function toMoment(text: string | null): string | null {
  if (text === null) return null;
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new ShapeError(`"${text.slice(0, 60)}" is no time`);
  return new Date(time).toISOString();
}
