/** What no XML file may hold, not even as a reference: control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
/** Where Unicode has a sign for each control character. */
const SIGNS = 0x2400;
const REPLACEMENT = '\ufffd';

/** Replaces the characters that make XML unreadable by the signs that Unicode has for them. */
export function toXmlText(text: string): string {
  return text.replace(FORBIDDEN, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(SIGNS + code) : REPLACEMENT;
  });
}
