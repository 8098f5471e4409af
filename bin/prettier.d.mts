import type { Parser, Printer, SupportLanguage } from 'prettier';

/** The language of slide files. */
export declare const languages: SupportLanguage[];
/** The parser `rostrum-slides`. */
export declare const parsers: Record<string, Parser>;
/** Prints what the parser has formatted. */
export declare const printers: Record<string, Printer>;
