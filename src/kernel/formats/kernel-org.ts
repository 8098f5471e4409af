import { formats, v, type IsoDate } from 'rostrum';

/** A row of kernel.org's list of current releases. */
export interface KernelRelease {
  version: string;
  /** `mainline`, `stable`, `longterm` or `linux-next`. */
  moniker: string;
  isEol: boolean;
  released: IsoDate | null;
}

const RELEASES = v.object({
  releases: v.array(
    v.object({
      version: v.string(),
      moniker: v.string(),
      iseol: v.boolean(),
      released: v.nullish(v.object({ isodate: v.pipe(v.string(), v.isoDate()) })),
    }),
  ),
});

/** Reads https://www.kernel.org/releases.json, which contains only current releases. */
export function readKernelReleases(answer: unknown): KernelRelease[] {
  return formats
    .toShape(RELEASES, answer)
    .releases.map(({ version, moniker, iseol, released }) => ({
      version,
      moniker,
      isEol: iseol,
      released: released?.isodate ?? null,
    }));
}
