/** Names of the deck's keys that a speaker's page passes on; all others open something, which must open where it is asked for. */
export const SENT_KEYS: readonly string[] = ['\u2192', '\u2190', 'home', 'end', 'o', 'b', 'l', 't'];

/** Other names of these keys by which a deck tells them apart: the key that plays, and those of remotes. */
export const PASSED_NAMES: readonly string[] = [' ', 'pagedown', 'pageup', 'escape'];
