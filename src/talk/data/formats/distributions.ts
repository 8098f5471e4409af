import * as v from 'valibot';
import { ShapeError, toShape } from './answer-shape.ts';

const MADISON = v.array(
  v.record(v.string(), v.record(v.string(), v.record(v.string(), v.unknown()))),
);
const ARCH = v.object({ pkgname: v.string(), pkgver: v.string() });
const FEDORA = v.object({ basename: v.string(), version: v.string() });
const REPOLOGY = v.array(
  v.object({ repo: v.string(), version: v.string(), status: v.optional(v.string()) }),
);
/** Versions that Repology does not compare: those that follow a branch, or that it does not trust. */
const NO_RELEASE = /^(?:rolling|ignored|incorrect|untrusted|noscheme)$/;
const RELEASE = /^\d+(?:\.\d+)+$/;
const UPSTREAM = /^(?:\d+:)?(\d+(?:\.\d+)+)/;

/** Reads Debian's archive list, `madison?package=NAME&f=json`: the version in each suite. */
export function readMadison(answer: unknown, name: string): Record<string, string> {
  const suites = toShape(MADISON, answer)[0]?.[name];
  if (!suites) throw new ShapeError(`Debian's archive has no package "${name}"`);
  const entries = Object.entries(suites).flatMap(([suite, versions]) => {
    const found = Object.keys(versions).map(upstreamVersion).sort(compareVersions);
    const newest = found.at(-1);
    return newest ? [[suite, newest] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** Reads a package of Arch Linux: https://archlinux.org/packages/REPO/ARCH/NAME/json/. */
export function readArchPackage(answer: unknown): string {
  return upstreamVersion(toShape(ARCH, answer).pkgver);
}

/** Reads a package of Fedora: https://mdapi.fedoraproject.org/BRANCH/pkg/NAME. */
export function readFedoraPackage(answer: unknown): string {
  return upstreamVersion(toShape(FEDORA, answer).version);
}

/** Reads Repology's list of a project's packages: the newest release in each repository. */
export function readRepology(answer: unknown): Record<string, string> {
  const newest: Record<string, string> = {};
  for (const { repo, version, status = '' } of toShape(REPOLOGY, answer)) {
    if (NO_RELEASE.test(status) || !RELEASE.test(version)) continue;
    const other = newest[repo];
    if (!other || compareVersions(other, version) < 0) newest[repo] = version;
  }
  return newest;
}

/** Orders versions by their numbers. */
export function compareVersions(a: string, b: string): number {
  const [partsA, partsB] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let index = 0; index < Math.max(partsA.length, partsB.length); index++) {
    const difference = (partsA[index] ?? 0) - (partsB[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function upstreamVersion(version: string): string {
  const upstream = UPSTREAM.exec(version)?.[1];
  if (!upstream) throw new ShapeError(`"${version}" is no version`);
  return upstream;
}
