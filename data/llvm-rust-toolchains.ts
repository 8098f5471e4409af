import { defineDataset, v } from 'rostrum';

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
});
