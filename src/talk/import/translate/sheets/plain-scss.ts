/** Writes SCSS as CSS: variables have their values, and what only Sass can compute is left out. Rules in rules stay, since browsers read them. */
export function plainScss(written: string): string {
  const variables = new Map<string, string>();
  const text = written
    .replaceAll(/\/\*[^]*?\*\//g, '')
    .replaceAll(/(^|[\s;{}])\/\/[^\n]*/g, '$1')
    .replaceAll(DECLARED, (_, before: string, name: string, value: string) => {
      variables.set(name, fill(value.replace(/!(?:default|global)\b/g, ''), variables).trim());
      return before;
    });
  const css = fill(text, variables)
    .replaceAll(/@(?:use|import|forward|include|extend|charset)\b[^;{}]*;/g, '')
    .replaceAll(COMPUTED, '')
    .replaceAll(
      /@(?:mixin|function|include|if|else|each|for|while)\b[^{};]*\{(?:[^{}]|\{[^{}]*\})*\}/g,
      '',
    )
    .replaceAll(/[^{};]*[$#]\{?[A-Za-z][\w-]*\}?[^{};]*\{(?:[^{}]|\{[^{}]*\})*\}/g, (rule) =>
      /\$|#\{/.test(rule.slice(0, rule.indexOf('{'))) ? '' : rule,
    );
  // A theme of Quarto names the ground of its slides so.
  const ground = variables.get('body-bg');
  return ground === undefined ? css : `body { background-color: ${ground}; }\n${css}`;
}

/** Puts the values of variables in their places; those without a value stay. */
function fill(text: string, variables: ReadonlyMap<string, string>): string {
  return text.replaceAll(
    /#\{\s*\$([\w-]+)\s*\}|\$([\w-]+)/g,
    (whole, inner: string | undefined, bare: string | undefined) =>
      variables.get(inner ?? bare ?? '') ?? whole,
  );
}

/** A variable with its value, at any place where a declaration can be. */
const DECLARED = /(^|[;{}\n])[ \t]*\$([\w-]+)[ \t]*:([^;{}]*);/g;
/** A declaration whose value only Sass computes. */
const COMPUTED =
  /[\w-]+[ \t]*:[^;{}]*(?:\$[A-Za-z]|\b(?:darken|lighten|mix|theme-color|map-get|if|(?:shift|tint|shade|adjust|scale)-\w+|transparentize|fade-(?:in|out))\()[^;{}]*(?:;|(?=\}))/g;
