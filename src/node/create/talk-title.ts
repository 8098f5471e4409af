/** Makes a title of a name: `my-talk` becomes "My talk"; what has blanks is a title. */
export function toTitle(name: string): string {
  if (/\s/.test(name.trim())) return name.trim();
  const words = name
    .replace(/\.(?:md|json)$/, '')
    .replaceAll(/[-_]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
