const MARKUP =
  /[\\`*[\]<>]|~(?=~)|(?<=\S)~|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)|\$(?=[^\s$](?:[^$]*[^\s$])?\$(?!\p{N}))/gu;

/** Escapes what text could mean as Markdown; an underscore within a word, a tilde before one and the sign of an amount mean nothing. */
export function escapeMarkdown(text: string): string {
  return text.replace(MARKUP, '\\$&');
}
