import { findLanguage } from './highlight.ts';

/** Languages of files by the whole name or the end of it. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^(?:GNU)?(?:M|m)akefile|^Kbuild|\.mk$/, 'makefile'],
  [/^Kconfig|^Config\.in/, 'kconfig'],
  [/^Dockerfile|^Containerfile/, 'dockerfile'],
  [/^CMakeLists\.txt$/, 'cmake'],
  [/^meson(?:\.build|_options\.txt|\.options)$/, 'meson'],
  [/\.lds(?:\.S)?$/, 'linker'],
  [/_defconfig$/, 'bash'],
];

/** Finds the language of a file by its name; `text` where it says nothing. */
export function languageOfFile(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const known = NAMES.find(([pattern]) => pattern.test(name))?.[1];
  const extension = name.includes('.') ? name.slice(name.lastIndexOf('.') + 1) : '';
  return known ?? (extension === '' ? 'plaintext' : (findLanguage(extension) ?? 'plaintext'));
}
