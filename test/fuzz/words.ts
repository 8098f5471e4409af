/** Characters that no page, message or file may hold. */
export const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/** Returns what is wrong with a sentence that users read; null for nothing. */
export function judgeWords(words: string): string | null {
  if (CONTROLS.test(words)) return `a sentence holds a control character: ${words}`;
  const own = words.replaceAll(/"[^"]*"/g, '');
  return /\bNaN|\bundefined\b|\[object |\bInfinity\b/.test(own)
    ? `a sentence has no sense: ${words}`
    : null;
}
