import { parseXml, XmlElement as Element } from '@rgrove/parse-xml';
import type { XmlElement } from '../../talk/data/formats/xml.ts';

/** How deep elements may be nested. */
const MAX_DEPTH = 100;
/** How much text all elements together may have; each has the text of those within it. */
const MAX_TEXT = 50_000_000;

/**
 * Parses an XML document. The parser knows the five entities of XML and character references; what a document type
 * declares is not expanded, and nothing is loaded.
 */
export function readXml(text: string): XmlElement {
  const { root } = parse(text);
  if (!root) throw new Error('it has no element');
  return toElement(root, { depth: 0, counted: { text: 0 } });
}

function parse(text: string): ReturnType<typeof parseXml> {
  try {
    return parseXml(text);
  } catch (error) {
    // The parser calls itself for each level.
    throw error instanceof RangeError ? tooDeep() : error;
  }
}

function toElement(
  { name, attributes, children, text }: Element,
  { depth, counted }: { depth: number; counted: { text: number } },
): XmlElement {
  if (depth > MAX_DEPTH) throw tooDeep();
  counted.text += text.length;
  if (counted.text > MAX_TEXT) throw new Error('its text is too long');
  const elements = children.filter((node) => node instanceof Element);
  return {
    name,
    attributes: { ...attributes },
    text: text.trim(),
    children: elements.map((child) => toElement(child, { depth: depth + 1, counted })),
  };
}

function tooDeep(): Error {
  return new Error(`its elements are nested deeper than ${MAX_DEPTH}`);
}
