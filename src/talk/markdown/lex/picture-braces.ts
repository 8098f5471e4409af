import type { TokenizerAndRendererExtension } from 'marked';

/** Lexes the options in braces after a picture, as in `![alt](a.png){width=50%}`; they are at most a space away. */
export const pictureBraces: TokenizerAndRendererExtension = {
  name: 'braces',
  level: 'inline',
  tokenizer(src, tokens) {
    if (tokens.at(-1)?.type !== 'image') return undefined;
    const [raw, text] = BRACES.exec(src) ?? [];
    return raw === undefined ? undefined : { type: 'braces', raw, text };
  },
};

/** Braces with at least one `key=value`; a list of classes alone is a construct of other programs. */
const BRACES = /^[ \t]?\{:?(?=[^{}\n]*[\w-][ \t]*=)([^{}\n]*)\}/;
