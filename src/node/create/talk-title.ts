/** Builds a title from a name: `my-talk` becomes "My talk"; a name with blanks is a title already. */
export function toTitle(name: string): string {
  if (/\s/.test(name.trim())) return name.trim();
  const words = name
    .replace(/\.(?:md|json)$/, '')
    .replaceAll(/[-_]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
