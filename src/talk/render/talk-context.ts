import type { ViewResult } from '../data/view.ts';
import type { IsoDate } from '../model/dataset.ts';
import type { TalkProject } from '../model/project.ts';
import type { TalkMeta } from '../model/talk.ts';

/** Shared inputs for rendering all slides of a talk. */
export interface TalkContext {
  project: TalkProject;
  meta: TalkMeta;
  asOf: IsoDate;
  /** Returns a dataset on the talk's date; undefined for none. */
  view(name: string): ViewResult | undefined;
  /** Returns the same for an earlier day. */
  onDay(day: IsoDate): TalkContext;
  /** Set for a day before the talk's own, on which a comparison may have nothing to compare with. */
  isEarlier?: true;
  /** Reports whether a link on one of the talk's slides targets an id. */
  isLinked(id: string): boolean;
}
