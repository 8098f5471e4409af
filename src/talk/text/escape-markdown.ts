const MARKUP = /[\\`*[\]<>]|~(?=~)|(?<=\S)~|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu;

/** Escapes what text could mean as Markdown; an underscore within a word and a tilde before one mean nothing. */
export function escapeMarkdown(text: string): string {
  return text.replace(MARKUP, '\\$&');
}
