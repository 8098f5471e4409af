import { decodeHTMLStrict } from 'entities/decode';

/** Decodes the character references of a text; as in Markdown, one without a semicolon is plain text. */
export function decodeReferences(text: string): string {
  return text.includes('&') ? decodeHTMLStrict(text) : text;
}
