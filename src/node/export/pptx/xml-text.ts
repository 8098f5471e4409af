import { showControls } from '../../../talk/text/symbols.ts';

/** What no XML file may hold, not even as a reference: control characters, halves of characters, U+FFFE and U+FFFF. */
const FORBIDDEN = /[^\P{Cc}\t\n\r\u007f-\u009f]|\p{Cs}|[\ufffe\uffff]/gu;
const REPLACEMENT = '\ufffd';

/** Shows the characters that make XML unreadable as symbols. */
export function toXmlText(text: string): string {
  return text.replace(FORBIDDEN, (character) =>
    character >= '\ufffe' ? REPLACEMENT : showControls(character),
  );
}
