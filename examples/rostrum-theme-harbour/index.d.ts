import type { Theme } from 'rostrum';

/** Talks about ships: cool paper, deep green, titles with serifs. */
declare const harbour: Theme;
export default harbour;
