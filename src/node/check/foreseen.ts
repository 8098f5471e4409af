import type { Problem } from '../../talk/model/problem.ts';

const SMALL = 'small-diagram';

/** Leaves out what the compiler foresaw of diagrams whose text was measured. */
export function withoutForeseen(
  compiled: readonly Problem[],
  measured: readonly Problem[],
): Problem[] {
  const placeOf = ({ span }: Problem): string => `${span?.file}:${span?.line}`;
  const small = new Set(measured.filter(({ code }) => code === SMALL).map(placeOf));
  return compiled.filter((problem) => problem.code !== SMALL || !small.has(placeOf(problem)));
}
