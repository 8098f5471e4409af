import * as v from 'valibot';

/** The kinds of boxes and arrows. */
const KINDS = ['plain', 'safe', 'unsafe', 'forbidden'] as const;

/** One of `KINDS`. */
export type Kind = (typeof KINDS)[number];

/** A box as the author wrote it. */
export interface BoxSpec {
  /** Name for arrows; only needed where an arrow begins or ends. */
  id?: string;
  label: string;
  /** A few words under the label. */
  note?: string;
  /** Defaults to plain. */
  kind?: Kind;
  /** Boxes inside, from top to bottom. */
  boxes?: BoxSpec[];
}

/** A column of boxes. */
export interface TreeColumnSpec {
  label: string;
  /** A path in the tree, in mono. */
  path?: string;
  boxes: BoxSpec[];
}

/** An arrow from one box to another. */
export interface ArrowSpec {
  from: string;
  to: string;
  label?: string;
  /** Defaults to plain. */
  kind?: Kind;
}

/** A diagram of boxes and arrows as the author wrote it. */
export interface TreeSpec {
  trees: TreeColumnSpec[];
  arrows?: ArrowSpec[];
  /** Shows boxes one by one with their arrows, forbidden arrows last; defaults to false. */
  steps?: boolean;
  /** Room for the diagram in slide pixels; defaults to the room under a title. */
  height?: number;
}

const KIND = v.optional(v.picklist(KINDS));

const BOX: v.GenericSchema<unknown, BoxSpec> = v.strictObject({
  id: v.optional(v.string()),
  label: v.string(),
  note: v.optional(v.string()),
  kind: KIND,
  boxes: v.optional(v.array(v.lazy(() => BOX))),
});

/** Schema of a tree. */
export const TREE_SCHEMA: v.GenericSchema<unknown, TreeSpec> = v.strictObject({
  trees: v.pipe(
    v.array(
      v.strictObject({
        label: v.string(),
        path: v.optional(v.string()),
        boxes: v.pipe(v.array(BOX), v.minLength(1)),
      }),
    ),
    v.minLength(1),
    v.maxLength(4),
  ),
  arrows: v.optional(
    v.array(
      v.strictObject({
        from: v.string(),
        to: v.string(),
        label: v.optional(v.string()),
        kind: KIND,
      }),
    ),
  ),
  steps: v.optional(v.boolean()),
  height: v.optional(v.pipe(v.number(), v.minValue(120), v.maxValue(640))),
});
