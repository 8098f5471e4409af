const HEAD = /^---\r?\n[^]*?\r?\n---/;
const PLAIN = /^\p{L}[\p{L}\p{M}\p{N} ,.()'’&+/–-]*$/u;
const RESERVED = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** Writes a text as a YAML scalar, in quotes when YAML could read it otherwise. */
export function toYaml(text: string): string {
  const isPlain = PLAIN.test(text) && !RESERVED.test(text) && text.trim() === text;
  return isPlain ? text : JSON.stringify(text);
}

/** Sets single-line keys that the front matter at the top of a talk has. */
export function fillHead(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(HEAD, (head) =>
    head.replaceAll(/^(\w+): .*$/gm, (line, key: string) => {
      const value = Object.hasOwn(values, key) ? values[key] : undefined;
      if (value === undefined) return line;
      return `${key}: ${key === 'date' ? value : toYaml(value)}`;
    }),
  );
}
