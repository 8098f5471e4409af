/** The keys of a block that name files. */
export const BLOCK_FILE_KINDS = ['element', 'live', 'style'] as const;

/**
 * A file of a block that pages load: a path from the configuration file, an absolute one, or a URL such as
 * `new URL('./element.js', import.meta.url)`. A block of the engine names a path below `src`.
 */
export type BlockFile = string | { readonly href: string };

/** The files of a block that pages load, as paths from the project's root that begin with `./` or `../`. */
export type BlockFiles = Partial<Record<(typeof BLOCK_FILE_KINDS)[number], string>>;
