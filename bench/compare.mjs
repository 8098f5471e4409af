/** How much worse a median may be before it is named. */
const TOLERANCE = 1.1;

/** Lists the rows of a tool that are worse than in earlier results, as lines to print; all units count less as better, shares aside. */
export function listWorse(results, before, name = 'Rostrum') {
  return Object.entries(results.sizes).flatMap(([size, rows]) =>
    Object.entries(rows).flatMap(([row, { unit, tools }]) => {
      const now = tools[name]?.median;
      const then = before.sizes[size]?.[row]?.tools[name]?.median;
      if (unit === 'share' || now === undefined || then === undefined) return [];
      if (now <= then * TOLERANCE) return [];
      return [`worse: ${size}, ${row}: ${then} to ${now} ${unit}`];
    }),
  );
}

/** Lists the rows in which a tool is worse than another one of the same run. */
export function listWorseThan(results, other, name = 'Rostrum') {
  const sizes = Object.entries(results.sizes).map(([size, rows]) => {
    const as = Object.entries(rows).map(([row, { unit, tools }]) => [
      row,
      { unit, tools: { [name]: tools[other] } },
    ]);
    return [size, Object.fromEntries(as)];
  });
  return listWorse(results, { sizes: Object.fromEntries(sizes) }, name);
}
