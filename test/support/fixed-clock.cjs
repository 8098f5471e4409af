// Loaded by `node --require` before a program: its clock begins at ROSTRUM_TEST_NOW and goes on from there.
const start = Date.parse(process.env.ROSTRUM_TEST_NOW);
const begun = Date.now();
const RealDate = Date;

class FixedDate extends RealDate {
  constructor(...parts) {
    super(...(parts.length === 0 ? [FixedDate.now()] : parts));
  }

  static now() {
    return start + (RealDate.now() - begun);
  }
}

globalThis.Date = FixedDate;
