import { formats, type HtmlCell, type HtmlTable } from 'rostrum';

/** A row of kernel.org's tables of LLVM+Rust toolchains. */
export interface Toolchain {
  set: 'latest' | 'matching';
  tree: string;
  moniker: string;
  llvm: string;
  rust: string;
  /** Endings of the archives. */
  aarch64: string[];
  x86_64: string[];
}

const TREE = /^(\S+) \(([^)]+)\)$/;
const VERSIONS = /^LLVM (\S+), Rust (\S+)$/;
const ARCHIVE = /\.tar\.\w+/g;

/** Reads https://www.kernel.org/pub/tools/llvm/rust/: a table with the latest LLVM, and one with rustc's own. */
export function readToolchains(answer: unknown): Toolchain[] {
  const tables = formats.toPage(answer).tables.filter(({ head }) => head[0] === 'Tree');
  const [latest, matching, ...more] = tables;
  if (!latest || !matching || more.length > 0) {
    throw new Error(`there are ${tables.length} tables of trees, and two were expected`);
  }
  return [...readTable(latest, 'latest'), ...readTable(matching, 'matching')];
}

function readTable(table: HtmlTable, set: Toolchain['set']): Toolchain[] {
  const versions = formats.requireColumn(table, 'Toolchain versions');
  const [aarch64, x86_64] = [
    formats.requireColumn(table, 'aarch64'),
    formats.requireColumn(table, 'x86_64'),
  ];
  return table.rows.map((cells) => {
    const [, tree, moniker] = TREE.exec(cells[0]?.text ?? '') ?? [];
    const [, llvm, rust] = VERSIONS.exec(cells[versions]?.text ?? '') ?? [];
    if (!tree || !moniker || !llvm || !rust) {
      throw new Error(`a row does not read "TREE (NAME)", "LLVM A, Rust B": ${print(cells)}`);
    }
    return {
      set,
      tree,
      moniker,
      llvm,
      rust,
      aarch64: listArchives(cells[aarch64]),
      x86_64: listArchives(cells[x86_64]),
    };
  });
}

function listArchives(cell: HtmlCell | undefined): string[] {
  return cell?.text.match(ARCHIVE) ?? [];
}

function print(cells: readonly HtmlCell[]): string {
  return cells
    .map(({ text }) => text)
    .join(' | ')
    .slice(0, 80);
}
