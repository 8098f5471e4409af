import type { LanguageFn } from 'highlight.js';
import awk from 'highlight.js/lib/languages/awk';
import bash from 'highlight.js/lib/languages/bash';
import c from 'highlight.js/lib/languages/c';
import cmake from 'highlight.js/lib/languages/cmake';
import cpp from 'highlight.js/lib/languages/cpp';
import csharp from 'highlight.js/lib/languages/csharp';
import css from 'highlight.js/lib/languages/css';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import dts from 'highlight.js/lib/languages/dts';
import go from 'highlight.js/lib/languages/go';
import graphql from 'highlight.js/lib/languages/graphql';
import haskell from 'highlight.js/lib/languages/haskell';
import ini from 'highlight.js/lib/languages/ini';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import kotlin from 'highlight.js/lib/languages/kotlin';
import latex from 'highlight.js/lib/languages/latex';
import less from 'highlight.js/lib/languages/less';
import llvm from 'highlight.js/lib/languages/llvm';
import lua from 'highlight.js/lib/languages/lua';
import makefile from 'highlight.js/lib/languages/makefile';
import markdown from 'highlight.js/lib/languages/markdown';
import nix from 'highlight.js/lib/languages/nix';
import nginx from 'highlight.js/lib/languages/nginx';
import objectivec from 'highlight.js/lib/languages/objectivec';
import ocaml from 'highlight.js/lib/languages/ocaml';
import perl from 'highlight.js/lib/languages/perl';
import php from 'highlight.js/lib/languages/php';
import plaintext from 'highlight.js/lib/languages/plaintext';
import powershell from 'highlight.js/lib/languages/powershell';
import protobuf from 'highlight.js/lib/languages/protobuf';
import python from 'highlight.js/lib/languages/python';
import r from 'highlight.js/lib/languages/r';
import ruby from 'highlight.js/lib/languages/ruby';
import rust from 'highlight.js/lib/languages/rust';
import scala from 'highlight.js/lib/languages/scala';
import scss from 'highlight.js/lib/languages/scss';
import shell from 'highlight.js/lib/languages/shell';
import sql from 'highlight.js/lib/languages/sql';
import swift from 'highlight.js/lib/languages/swift';
import typescript from 'highlight.js/lib/languages/typescript';
import verilog from 'highlight.js/lib/languages/verilog';
import vim from 'highlight.js/lib/languages/vim';
import wasm from 'highlight.js/lib/languages/wasm';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';
import { assembly } from './grammars/assembly.ts';
import { kconfig } from './grammars/kconfig.ts';
import { ftrace, kernelLog } from './grammars/kernel-log.ts';
import { linkerScript } from './grammars/linker.ts';
import { meson } from './grammars/meson.ts';
import { restructuredText } from './grammars/rst.ts';

/** The supported languages by name; `highlightDiff` handles diffs. */
export const LANGUAGES: Readonly<Record<string, LanguageFn>> = {
  arm64asm: assembly('arm64'),
  armasm: assembly('arm'),
  asm: assembly('any'),
  awk,
  bash,
  c,
  cmake,
  cpp,
  csharp,
  css,
  dockerfile,
  dts,
  ftrace,
  go,
  graphql,
  haskell,
  ini,
  java,
  javascript,
  json,
  kconfig,
  kernellog: kernelLog,
  kotlin,
  latex,
  less,
  linker: linkerScript,
  llvm,
  lua,
  makefile,
  markdown,
  meson,
  nginx,
  nix,
  objectivec,
  ocaml,
  perl,
  php,
  plaintext,
  powershell,
  protobuf,
  python,
  r,
  riscvasm: assembly('hash'),
  restructuredtext: restructuredText,
  ruby,
  rust,
  scala,
  scss,
  shell,
  sql,
  swift,
  typescript,
  verilog,
  vim,
  wasm,
  x86asm: assembly('x86'),
  xml,
  yaml,
};

/** Languages indented by tabs of eight columns, by convention or kernel style. */
const WIDE_TABS = new Set([
  'arm64asm',
  'armasm',
  'asm',
  'c',
  'cpp',
  'diff',
  'dts',
  'ftrace',
  'go',
  'kconfig',
  'kernellog',
  'linker',
  'makefile',
  'riscvasm',
  'x86asm',
]);

/** Returns the tab size of a language: 8 or 4 columns. */
export function tabSizeOf(language: string): number {
  return WIDE_TABS.has(language) ? 8 : 4;
}
