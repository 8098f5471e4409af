import { formats, v } from 'rostrum';
import { countByMonth } from './months.ts';
import type { SourceRecipe } from './kernel-source.ts';

/** What a record of a CVE says about Linux. */
export interface CveRecord {
  id: string;
  /** Null for a record that was rejected. */
  title: string | null;
  /** The day on which it was published; null for one that was rejected before. */
  published: string | null;
  state: 'published' | 'rejected';
  /** The versions that have the fix: of each stable series, and of mainline. */
  fixed: string[];
}

const VERSION = v.object({
  version: v.string(),
  status: v.string(),
  lessThanOrEqual: v.optional(v.string()),
});
const RECORD = v.object({
  dataType: v.literal('CVE_RECORD'),
  cveMetadata: v.object({
    cveId: v.string(),
    state: v.picklist(['PUBLISHED', 'REJECTED']),
    datePublished: v.optional(v.string()),
  }),
  containers: v.object({
    cna: v.object({
      title: v.optional(v.string()),
      affected: v.optional(v.array(v.object({ versions: v.optional(v.array(VERSION), []) })), []),
    }),
  }),
});
const FILE = /^cve\/published\/\d{4}\/CVE-\d{4}-\d{4,}\.json$/;

/** Reads a record of a CVE in the format 5, from cve.org or the kernel's own repository. */
export function readCveRecord(answer: unknown): CveRecord {
  const { cveMetadata, containers } = formats.toShape(RECORD, answer);
  const versions = containers.cna.affected.flatMap((affected) => affected.versions);
  const fixed = versions.filter(
    ({ status, lessThanOrEqual }) => status === 'unaffected' && lessThanOrEqual !== undefined,
  );
  return {
    id: cveMetadata.cveId,
    title: containers.cna.title ?? null,
    published: cveMetadata.datePublished?.slice(0, 10) ?? null,
    state: cveMetadata.state === 'REJECTED' ? 'rejected' : 'published',
    fixed: [...new Set(fixed.map(({ version }) => version))].sort(formats.compareVersions),
  };
}

/** Lists chosen CVEs from cve.org: a table of today. */
export function cveRecords({ ids }: { ids: readonly string[] }): SourceRecipe {
  return {
    title: 'CVEs',
    key: 'id',
    schema: v.object({
      id: v.string(),
      title: v.nullable(v.string()),
      published: v.nullable(v.pipe(v.string(), v.isoDate())),
      state: v.picklist(['published', 'rejected']),
      fixed: v.array(v.string()),
    }),
    refresh: {
      id: 'cve',
      source: { name: 'cve.org', url: 'https://www.cve.org/', licence: 'CVE Terms of Use' },
      minInterval: '1d',
      updatePeriod: '30d',
      staleAfter: '180d',
      ask: Object.fromEntries(
        ids.map((id) => [
          id,
          {
            url: `https://cveawg.mitre.org/api/cve/${encodeURIComponent(id)}`,
            format: 'json' as const,
          },
        ]),
      ),
      parse(answers, { today }) {
        const table = ids.map((id) => {
          const record = readCveRecord(answers[id]);
          if (record.id !== id) throw new Error(`the record of ${id} is that of ${record.id}`);
          return { ...record };
        });
        return { asOf: today, table };
      },
    },
  };
}

/** Counts the CVEs that the kernel published by month, in a clone of its repository: a row as of the last day of a month. */
export function kernelCves({ tree = 'VULNS_TREE' }: { tree?: string } = {}): SourceRecipe {
  return {
    title: 'CVEs of Linux by month',
    schema: v.object({
      asOf: v.pipe(v.string(), v.isoDate()),
      cves: v.pipe(v.number(), v.integer(), v.minValue(0)),
    }),
    refresh: {
      id: 'vulns',
      source: {
        name: 'Linux, CVE records',
        url: 'https://git.kernel.org/pub/scm/linux/security/vulns.git',
        licence: 'not stated',
      },
      minInterval: '1d',
      // A row that repeats the one before it within this time would be left out, and February has 28 days.
      updatePeriod: '28d',
      staleAfter: '90d',
      needs: [tree],
      ask: { tree, history: { to: 'HEAD', added: true, paths: ['cve/published'] } },
      parse({ answer }, { today }) {
        const months = countByMonth(listFirstDays(answer), today);
        if (months.length === 0) throw new Error('the clone has no records in cve/published');
        return { rows: months.map(({ asOf, count: cves }) => ({ asOf, cves })) };
      },
    },
  };
}

/** Lists the day of each record; one that was moved away and came back counts once. */
function listFirstDays(answer: unknown): string[] {
  const days = new Map<string, string>();
  for (const { day, files } of formats.readHistory(answer)) {
    for (const file of files.filter((name) => FILE.test(name))) {
      const known = days.get(file);
      if (known === undefined || day < known) days.set(file, day);
    }
  }
  return [...days.values()];
}
