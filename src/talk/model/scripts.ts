/** A package with TrueType faces for a script that the faces of slides lack. */
export interface ScriptFont {
  name: string;
  /** Languages that it is first for. */
  languages: readonly string[];
  /** A letter of its script. */
  script: RegExp;
}

const HAN = /[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}]/u;

/** The packages, the more special language first. */
const SCRIPT_FONTS: readonly ScriptFont[] = [
  { name: '@fontsource/noto-sans-jp', languages: ['ja'], script: HAN },
  { name: '@fontsource/noto-sans-tc', languages: ['zh-hant', 'zh-tw', 'zh-hk'], script: HAN },
  { name: '@fontsource/noto-sans-sc', languages: ['zh'], script: HAN },
  { name: '@fontsource/noto-sans-kr', languages: ['ko'], script: /[\p{scx=Hang}\p{scx=Hani}]/u },
  {
    name: '@fontsource/noto-sans-arabic',
    languages: ['ar', 'fa', 'ur', 'ps', 'ckb'],
    script: /\p{Script=Arab}/u,
  },
  { name: '@fontsource/noto-sans-hebrew', languages: ['he', 'yi'], script: /\p{Script=Hebr}/u },
  {
    name: '@fontsource/noto-sans-devanagari',
    languages: ['hi', 'mr', 'ne'],
    script: /\p{Script=Deva}/u,
  },
  { name: '@fontsource/noto-sans-thai', languages: ['th'], script: /\p{Script=Thai}/u },
];

/** Returns the packages, those of a language first. */
export function sortScriptFonts(language: string): ScriptFont[] {
  const tag = language.toLowerCase();
  const isOwn = (name: string): boolean => tag === name || tag.startsWith(`${name}-`);
  const own = SCRIPT_FONTS.filter(({ languages }) => languages.some(isOwn));
  return [...new Set([...own, ...SCRIPT_FONTS])];
}

/** Finds the package for a letter in a talk of a language. */
export function findScriptFont(letter: string, language: string): string | undefined {
  return sortScriptFonts(language).find(({ script }) => script.test(letter))?.name;
}
