import { defineBlock, timeline, v, type DatasetView, type TimelineSpec } from 'rostrum';

/** A timeline of kernel releases as the author wrote it. */
export interface KernelTimelineSpec extends Pick<
  TimelineSpec,
  'data' | 'from' | 'to' | 'highlights' | 'focus'
> {
  /** Whether the Rust version is a second line; defaults to true. */
  rust?: boolean;
}

const SCHEMA = v.strictObject({
  data: v.string(),
  from: v.optional(v.string()),
  to: v.optional(v.string()),
  rust: v.optional(v.boolean()),
  highlights: v.optional(v.picklist(['steps', 'all', 'none'])),
  focus: v.optional(v.string()),
});

/** A merge window of two weeks, then seven or eight weekly candidates; x.19 is the last release of a series. */
const CADENCE = {
  cadence: '9w to 10w',
  candidates: { name: '-rc', every: '1w', after: '2w', window: 'merge window' },
  next: 'minor',
  lastMinor: 19,
} as const;

/** Shows kernel releases as a timeline: merge windows, candidates, Rust versions and highlights. */
export default defineBlock<KernelTimelineSpec>({
  name: 'kernel-timeline',
  about: 'Releases of the kernel on a time axis, as they stood on the date of the talk.',
  schema: SCHEMA,
  live: import.meta.url,
  compile(spec, context) {
    const data = context.dataset(spec.data, ['data']);
    return data ? timeline.compile(toTimelineSpec(spec, data), context) : null;
  },
});

/** Writes a timeline of kernel releases as one of any releases, with the columns that its dataset has. */
function toTimelineSpec(
  { rust, ...spec }: KernelTimelineSpec,
  { columns }: DatasetView,
): TimelineSpec {
  const hasWindow = columns.includes('mergeWindow');
  const hasRust = rust !== false && columns.includes('rust');
  return {
    ...spec,
    ...CADENCE,
    ...(hasWindow ? { opened: 'mergeWindow.opened', closed: 'mergeWindow.closed' } : {}),
    ...(hasRust ? { below: { column: 'rust', label: 'Rust' } } : {}),
  };
}
