import type { Block } from 'rostrum';

/** A gauge as the author writes it. */
export interface GaugeSpec {
  /** The dataset; its newest row is shown. */
  data: string;
  /** The column with the value. */
  value: string;
  /** What the whole gauge is. */
  of: number;
  /** Words behind the value. */
  label?: string;
}

/** The newest value of a dataset as a share of what is possible. */
declare const gauge: Block<GaugeSpec>;
export default gauge;
