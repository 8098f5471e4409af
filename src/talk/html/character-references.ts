import { decodeHTMLStrict } from 'entities/decode';

/** Replaces the character references of a text by their characters; one without a semicolon is no reference, as in Markdown. */
export function decodeReferences(text: string): string {
  return text.includes('&') ? decodeHTMLStrict(text) : text;
}
