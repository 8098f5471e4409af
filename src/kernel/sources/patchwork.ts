import { formats, v } from 'rostrum';
import { dayOf, trimAddress, writeQuery, type SourceRecipe } from './kernel-source.ts';

/** The patches of a project that wait. */
export interface PatchworkOptions {
  /** Its name in addresses, such as `netdevbpf`. */
  project: string;
  /** Defaults to https://patchwork.kernel.org. */
  server?: string;
  /** The states to count, as addresses name them; defaults to `new` and `under-review`. */
  states?: readonly string[];
}

/** A patch in Patchwork. */
export interface QueuedPatch {
  id: number;
  name: string;
  state: string;
  /** The day on which it was sent, in UTC. */
  sent: string;
  submitter: number;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const PATCHES = v.array(
  v.object({
    id: count,
    name: v.string(),
    state: v.string(),
    date: v.string(),
    submitter: v.object({ id: count }),
  }),
);

/** Reads lists of patches of Patchwork's API, https://patchwork.kernel.org/api/1.3/patches/. */
export function readPatches(answer: unknown): QueuedPatch[] {
  const seen = new Set<number>();
  return formats.toShape(PATCHES, answer).map(({ id, name, state, date, submitter }) => {
    // A list that changes while its pages are read would be counted wrong.
    if (seen.has(id)) throw new Error(`patch ${id} is on two pages`);
    seen.add(id);
    return { id, name, state, sent: dayOf(date), submitter: submitter.id };
  });
}

/** Counts the patches of a project that wait, by state: a table of today. */
export function patchworkQueue(options: PatchworkOptions): SourceRecipe {
  const { project, states = ['new', 'under-review'] } = options;
  const server = trimAddress(options.server ?? 'https://patchwork.kernel.org');
  const query = writeQuery([
    ['project', project],
    ['archived', 'false'],
    ['order', 'id'],
    ['per_page', '100'],
    ...states.map((state) => ['state', state] as const),
  ]);
  return {
    title: `Patches for ${project} that wait`,
    key: 'state',
    schema: v.object({
      state: v.string(),
      patches: count,
      people: count,
      oldest: v.nullable(v.pipe(v.string(), v.isoDate())),
    }),
    refresh: {
      id: 'patchwork',
      source: {
        name: `Patchwork, ${project}`,
        url: `${server}/project/${encodeURIComponent(project)}/list/`,
        licence: 'not stated',
      },
      minInterval: '6h',
      updatePeriod: '1d',
      staleAfter: '30d',
      ask: {
        url: `${server}/api/1.3/patches/?${query}`,
        format: 'json',
        next: { by: 'link', limit: 100 },
      },
      parse: ({ answer }, { today }) => ({
        asOf: today,
        table: countStates(readPatches(answer), states),
      }),
    },
  };
}

function countStates(patches: readonly QueuedPatch[], states: readonly string[]) {
  const other = patches.find(({ state }) => !states.includes(state));
  if (other) throw new Error(`patch ${other.id} is "${other.state}", which was not asked for`);
  return states.map((state) => {
    const waiting = patches.filter((patch) => patch.state === state);
    const people = new Set(waiting.map(({ submitter }) => submitter)).size;
    const oldest = waiting.map(({ sent }) => sent).sort()[0] ?? null;
    return { state, patches: waiting.length, people, oldest };
  });
}
