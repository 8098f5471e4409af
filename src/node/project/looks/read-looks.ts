import type { OwnLooks, SlideLayout, Theme, ThemeFont } from '../../../talk/model/look/theme.ts';
import { THEMES } from '../../../talk/model/slide/themes.ts';
import { LAYOUTS } from '../../../talk/model/talk.ts';
import { badOption, isForeignLayout } from '../../../talk/problems/problems.ts';
import type { BlockFolders } from '../block-files.ts';
import type { OptionFault, OptionPath } from '../option-place.ts';
import { findLayoutFaults } from './layout-faults.ts';
import { findNameFault, type LookFault } from './look-fault.ts';
import { checkStyleFile, readLookFile } from './look-files.ts';
import { findThemeFaults } from './theme-faults.ts';
import { isRecord } from '../../../talk/text/value/record.ts';

/** What the options "themes" and "layouts" are read with. */
interface LookReader {
  folders: BlockFolders;
  faults: OptionFault[];
  /** Names of layouts so far. */
  taken: Set<string>;
}

const THEMES_HINT =
  'Themes are made by defineTheme({ name, about, light, dark, sizes, fonts, layouts, style }).';
const LAYOUTS_HINT =
  'Layouts are made by defineLayout({ name, about, areas, columns, rows, style }).';

/** Reads the options "themes" and "layouts" of `rostrum()`; a key that cannot be used is left out. */
export function readLooks(
  { themes, layouts }: Record<string, unknown>,
  folders: BlockFolders,
  faults: OptionFault[],
): OwnLooks {
  const reader: LookReader = { folders, faults, taken: new Set(LAYOUTS) };
  const known = new Set<string>(THEMES);
  return {
    layouts: readList(layouts, ['layouts'], LAYOUTS_HINT, reader, readLayout),
    themes: readList(themes, ['themes'], THEMES_HINT, reader, (value, at, its) =>
      readTheme(value, at, { ...its, known }),
    ),
  };
}

type ReadItem<Item> = (value: unknown, at: OptionPath, reader: LookReader) => Item | null;

function readList<Item>(
  list: unknown,
  at: OptionPath,
  hint: string,
  reader: LookReader,
  read: ReadItem<Item>,
): Item[] {
  if (list === undefined) return [];
  if (Array.isArray(list))
    return list.flatMap((value, index) => read(value, [...at, index], reader) ?? []);
  refuse(reader, at, `"${at.join('.')}" has to be a list`, hint);
  return [];
}

function readTheme(
  value: unknown,
  at: OptionPath,
  reader: LookReader & { known: Set<string> },
): Theme | null {
  const { folders, known, taken } = reader;
  const label = labelOf(at);
  if (!isRecord(value)) return refuse(reader, at, `"${label}" is no theme`, THEMES_HINT);
  const ofName = findNameFault(value['name'], known);
  if (ofName) return refuse(reader, [...at, 'name'], `"${label}" ${ofName}`, THEMES_HINT);
  const { layouts, style, fonts } = value;
  const theme = { ...value } as unknown as Theme & Record<string, unknown>;
  known.add(theme.name);
  const report = (fault: LookFault): void =>
    reportFault(reader, at, `${label}" ("${theme.name}")`, fault);
  const found = findThemeFaults(value);
  found.forEach(report);
  const wrong = new Set(
    found.flatMap(({ path: [key, at] }) => (key === 'fonts' ? (at ?? []) : [])),
  );
  for (const { path } of found) dropKey(theme, path);
  theme.fonts = (Array.isArray(fonts) ? (fonts as ThemeFont[]) : []).flatMap((font, index) => {
    if (wrong.has(index)) return [];
    const file = readLookFile('font', font.file, ['fonts', index, 'file'], folders);
    return typeof file === 'string' ? { ...font, file } : (report(file), []);
  });
  readStyle(theme, style, reader, report);
  // The layouts of two themes may have one name, since a talk has one theme.
  const inner = { ...reader, taken: new Set(taken) };
  theme.layouts = readList(layouts, [...at, 'layouts'], LAYOUTS_HINT, inner, readLayout);
  return theme;
}

function readLayout(value: unknown, at: OptionPath, reader: LookReader): SlideLayout | null {
  const label = labelOf(at);
  if (!isRecord(value)) return refuse(reader, at, `"${label}" is no layout`, LAYOUTS_HINT);
  const { name, style } = value;
  const isForeign = typeof name === 'string' && isForeignLayout(name);
  const ofName = isForeign
    ? `is called "${name}", a name that other programs give to a layout of ours`
    : findNameFault(name, reader.taken);
  if (ofName) return refuse(reader, [...at, 'name'], `"${label}" ${ofName}`, LAYOUTS_HINT);
  const layout = { ...value } as unknown as SlideLayout & Record<string, unknown>;
  reader.taken.add(layout.name);
  const report = (fault: LookFault): void =>
    reportFault(reader, at, `${label}" ("${layout.name}")`, fault);
  const found = findLayoutFaults(value);
  for (const fault of found) {
    report(fault);
    dropKey(layout, fault.path);
  }
  readStyle(layout, style, reader, report);
  return Array.isArray(layout.areas) ? layout : null;
}

/** Reads the stylesheet of a theme or a layout; its own faults have places in it. */
function readStyle(
  look: Theme | SlideLayout,
  style: unknown,
  { folders, faults }: LookReader,
  report: (fault: LookFault) => void,
): void {
  delete look.style;
  if (style === undefined) return;
  const file = readLookFile('style', style, ['style'], folders);
  if (typeof file !== 'string') return report(file);
  look.style = file;
  for (const problem of checkStyleFile(file, folders.root)) {
    faults.push({ path: [], toProblem: () => problem });
  }
}

function reportFault(reader: LookReader, at: OptionPath, label: string, fault: LookFault): void {
  refuse(reader, [...at, ...fault.path], `"${label} ${fault.what}`, fault.hint);
}

function refuse({ faults }: LookReader, path: OptionPath, what: string, hint: string): null {
  faults.push({ path, toProblem: (span) => badOption(what, span, hint) });
  return null;
}

function labelOf(at: OptionPath): string {
  return at
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .slice(1);
}

/** Removes a key that cannot be used, or one of its own keys. */
function dropKey(look: Record<string, unknown>, [key = '', inner]: LookFault['path']): void {
  const value = look[key];
  if (inner === undefined || !isRecord(value)) delete look[key];
  else look[key] = Object.fromEntries(Object.entries(value).filter(([name]) => name !== inner));
}
