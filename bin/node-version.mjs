/** The oldest version that works of each series; older ones cannot require an ES module. */
const OLDEST = [
  [20, 19, 0],
  [22, 12, 0],
];

/** Ends the process with advice when this Node is too old to run Rostrum. */
export function requireNode(version = process.versions.node) {
  if (isNewEnough(version)) return;
  process.stderr.write(
    `Rostrum needs Node ${OLDEST.map((version) => version.join('.')).join(' or ')} or newer, and this is Node ${version}.\n` +
      'Install a current one from https://nodejs.org/ and try again.\n',
  );
  process.exit(3);
}

/** Returns whether a version is at least the oldest of its series that works. */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const series = OLDEST.find(([first]) => first === major);
  if (series) return minor >= series[1];
  return major > OLDEST.at(-1)[0];
}
