import { defineDataset, v } from 'rostrum';
import { readToolchains } from 'rostrum/kernel';

const archives = v.array(v.string());

/** The tables of LLVM+Rust toolchains on kernel.org: with the latest LLVM, and with the one that matches rustc's. */
export default defineDataset({
  schema: v.object({
    set: v.picklist(['latest', 'matching']),
    tree: v.string(),
    moniker: v.string(),
    llvm: v.string(),
    rust: v.string(),
    aarch64: archives,
    x86_64: archives,
  }),
  refresh: {
    id: 'korg',
    source: {
      name: 'kernel.org LLVM+Rust toolchains',
      url: 'https://www.kernel.org/pub/tools/llvm/rust/',
      licence: 'not stated',
    },
    minInterval: '6h',
    updatePeriod: '14d',
    staleAfter: '120d',
    ask: { url: 'https://www.kernel.org/pub/tools/llvm/rust/', format: 'html' },
    parse({ answer }, { today }) {
      const table = readToolchains(answer).map((row) => ({ ...row }));
      return { asOf: today, table };
    },
  },
});
