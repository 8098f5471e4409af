/** Safe markup. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
  toString(): string {
    return this.markup;
  }
}

/**
 * Values of an `html` template: text is escaped, `Html` is not, lists are joined, null, undefined and false are
 * omitted.
 */
export type HtmlValue = Html | string | number | boolean | null | undefined | readonly HtmlValue[];

/** Builds markup from a template, escaping every value that is not `Html`. */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  let markup = strings[0] ?? '';
  values.forEach((value, index) => {
    markup += toMarkup(value) + (strings[index + 1] ?? '');
  });
  return new Html(markup);
}

/** Marks a string as markup that is already safe. */
export function rawHtml(markup: string): Html {
  return new Html(markup);
}

/** Escapes text for use in HTML content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(UNSAFE, (character) => ESCAPES[character] ?? character);
}

/** Decodes escaped text. */
export function unescapeHtml(text: string): string {
  return text.replace(ESCAPED, (reference) => CHARACTERS.get(reference) ?? reference);
}

const UNSAFE = /[&<>"']/g;
const ESCAPED = /&(?:amp|lt|gt|quot|#39);/g;
/** The escapes of special characters in HTML. */
export const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const CHARACTERS = new Map(Object.entries(ESCAPES).map(([sign, written]) => [written, sign]));

function toMarkup(value: HtmlValue): string {
  if (value === null || value === undefined || value === false || value === true) return '';
  if (value instanceof Html) return value.markup;
  if (typeof value === 'object') return value.map(toMarkup).join('');
  return escapeHtml(String(value));
}
