const OLDEST = [20, 19, 0];

/** Ends the process with advice when this Node is too old to run Rostrum. */
export function requireNode(version = process.versions.node) {
  if (isNewEnough(version)) return;
  process.stderr.write(
    `Rostrum needs Node ${OLDEST.join('.')} or newer, and this is Node ${version}.\n` +
      'Install a current one from https://nodejs.org/ and try again.\n',
  );
  process.exit(3);
}

/** Tells whether a version is at least the oldest that works. */
export function isNewEnough(version) {
  const parts = version.split('.').map(Number);
  for (const [index, least] of OLDEST.entries()) {
    const part = parts[index] ?? 0;
    if (part !== least) return part > least;
  }
  return true;
}
