/** Control characters but tab and line end, and halves of characters. */
const CONTROLS = /[^\P{Cc}\t\n]|\p{Cs}/gu;
const HAS_CONTROLS = new RegExp(CONTROLS.source, 'u');
/** Characters that change the direction of the text after them. */
const DIRECTIONS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const BREAKS = /[\t\n\u2028\u2029]/g;
const RETURNS = /\r\n?/g;
const LOST = '\uFFFD';

/**
 * Replaces control characters by visible symbols, one each, so that terminals, pages and files do not interpret them.
 */
export function showControls(text: string): string {
  return HAS_CONTROLS.test(text) ? text.replace(CONTROLS, toSymbol) : text;
}

/** Replaces characters that change the text direction by their code, for texts in which order matters. */
export function showDirections(text: string): string {
  return text.replace(DIRECTIONS, (character) => `[U+${toCode(character)}]`);
}

/** Replaces everything that a terminal could interpret by visible symbols, one each. */
export function showForTerminal(text: string): string {
  return showControls(text).replace(DIRECTIONS, LOST);
}

/** Formats a name for one line of a terminal: tabs and line ends become symbols too. */
export function showOnLine(text: string): string {
  return showForTerminal(text).replace(BREAKS, toSymbol);
}

/** Replaces control characters in all texts of a value, keys included; line ends become plain ones. */
export function showControlsIn(value: unknown): unknown {
  if (typeof value === 'string') return showControls(value.replace(RETURNS, '\n'));
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(showControlsIn);
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([key, part]) => [showControls(key), showControlsIn(part)]),
  );
}

function toSymbol(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : LOST;
}

function toCode(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}
