/** What can be wrong with a drawing. */
export type FaultKind =
  | 'refused'
  | 'not-drawn'
  | 'overlap'
  | 'outside'
  | 'rows'
  | 'name'
  | 'number'
  | 'tick'
  | 'small-text'
  | 'contrast';

/** Something wrong with a drawing. */
export interface Fault {
  kind: FaultKind;
  /** What is wrong, with the texts and numbers concerned. */
  text: string;
}

/** Builds a fault. */
export function fault(kind: FaultKind, text: string): Fault {
  return { kind, text };
}
