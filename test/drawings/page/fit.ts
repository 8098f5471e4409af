import { fault, type Fault } from '../fault.ts';

/** Marks along one axis of a drawing, and the values that they show. */
export interface AxisMarks {
  positions: number[];
  values: number[];
  /** Whether values go from left to right; otherwise they go up, where positions fall. */
  isSideways: boolean;
  isLog: boolean;
  /** Whether marks have the order of the values. */
  isOrdered?: boolean;
  /** How far a mark may be from where its value belongs, in pixels. */
  maxOff: number;
  /** How exactly positions say where values are, in pixels. */
  precision: number;
}

/** The line on which the values of an axis are: position = from + value * factor. */
export interface Fit {
  /** Returns the value at a position. */
  toValue(position: number): number;
  /** Returns how inexact the value at a position is. */
  errorAt(position: number): number;
}

/** Fits an axis to its outermost marks; undefined when all values are equal. */
export function fitAxis({
  positions,
  values,
  isSideways,
  isLog,
  precision,
}: AxisMarks): Fit | undefined {
  const scaled = values.map((value) => (isLog ? Math.log10(value) : value));
  const [low, high] = [Math.min(...scaled), Math.max(...scaled)];
  if (positions.length !== values.length || values.length === 0 || high === low) return undefined;
  const [near, far] = [Math.min(...positions), Math.max(...positions)];
  if (near === far) return undefined;
  const factor = (isSideways ? far - near : near - far) / (high - low);
  const start = isSideways ? near : far;
  const toValue = (position: number): number => {
    const value = low + (position - start) / factor;
    return isLog ? 10 ** value : value;
  };
  return {
    toValue,
    errorAt(position) {
      const off = (1 + (2 * Math.abs(position - start)) / (far - near)) * precision;
      return Math.abs(toValue(position + off) - toValue(position));
    },
  };
}

/** Finds values without a mark, and marks that are not where their value belongs. */
export function checkAxis(axis: AxisMarks): Fault[] {
  const { positions, values, isSideways, isLog, isOrdered, maxOff } = axis;
  if (positions.length !== values.length) {
    return [fault('rows', `${positions.length} of ${values.length} values are drawn`)];
  }
  const own = values.map((value) => (isLog ? Math.log10(value) : value));
  const sorted = own.toSorted((a, b) => a - b);
  const along = positions.toSorted((a, b) => (isSideways ? a - b : b - a));
  const [low = 0, high = 0] = [sorted[0], sorted.at(-1)];
  const [from = 0, to = 0] = [along[0], along.at(-1)];
  const isFlat = high === low;
  const [scaled, places] = isOrdered ? [own, positions] : [sorted, along];
  const far = scaled.findIndex((value, index) => {
    const right = isFlat ? from : from + ((value - low) / (high - low)) * (to - from);
    return Math.abs((places[index] ?? 0) - right) > maxOff;
  });
  if (far < 0) return [];
  return [fault('rows', `A mark is not where its value belongs: ${scaled[far]}`)];
}
