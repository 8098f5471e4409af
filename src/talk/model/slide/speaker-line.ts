const DASH = /^(?:[\u2013-\u2015]|--?-?) ?[^\s-]/;
const SENTENCE_END = /[.!?\u2026\u3002\uff01\uff1f]["'\u2019\u201d\u00bb)*_]*$/;

/** Reports whether a line begins with a dash, as the name of who said what is above it does. */
export function beginsWithDash(text: string): boolean {
  return DASH.test(text);
}

/** Reports whether the last paragraph of a quotation names who spoke: it begins with a dash, or is no sentence. */
export function namesSpeaker(text: string): boolean {
  return beginsWithDash(text) || !SENTENCE_END.test(text.trim());
}
