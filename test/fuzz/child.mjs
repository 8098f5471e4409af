// A process of the fuzzer: tries inputs of one target, and reports each before it is tried.
const [bundle, options] = process.argv.slice(2);
process.on('disconnect', () => process.exit(1));
// The reader of PDFs warns of what it cannot read.
Object.assign(console, { warn: () => undefined });
const { runTarget } = await import(bundle);
const figures = await runTarget({
  ...JSON.parse(options),
  say: (line) => process.stdout.write(`${line}\n`),
  onTrial: (count) => process.send({ count }),
});
process.send({ figures }, () => process.exit(0));
