// Loaded by `node --require` before a program: its clock begins at ROSTRUM_TEST_NOW and goes on from there.
const RealDate = Date;
let now;
let ahead = 0;

class FixedDate extends RealDate {
  constructor(...parts) {
    super(...(parts.length === 0 ? [FixedDate.now()] : parts));
  }

  static now() {
    // A program that runs several commands gives each its own time.
    if (process.env.ROSTRUM_TEST_NOW !== now) {
      now = process.env.ROSTRUM_TEST_NOW;
      ahead = RealDate.parse(now) - RealDate.now();
    }
    return RealDate.now() + ahead;
  }
}

FixedDate.now();
globalThis.Date = FixedDate;
