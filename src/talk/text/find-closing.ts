/** Signs that open and close a group; after the escape, if there is one, a sign means itself. */
export interface Brackets {
  open: string;
  close: string;
  escape?: string;
}

/** Groups of TeX. */
export const BRACES: Brackets = { open: '{', close: '}', escape: '\\' };

/** Finds the sign that closes a group whose content begins at an index; -1 where the group stays open. */
export function findClosing(text: string, from: number, { open, close, escape }: Brackets): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === escape) at++;
    else if (text[at] === open) depth++;
    else if (text[at] === close && --depth === 0) return at;
  }
  return -1;
}
