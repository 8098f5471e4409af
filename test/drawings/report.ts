import type { Drawing } from './drawing.ts';
import type { FaultKind } from './fault.ts';
import type { DrawingJudge, Verdict } from './open-judge.ts';
import { shorten } from './shorten.ts';

/** Faults of one kind in drawings of one kind. */
export interface FaultGroup {
  name: string;
  kind: FaultKind;
  /** Numbers of the drawings that have it. */
  numbers: number[];
  /** The first of them, and what is wrong with it. */
  drawing: Drawing;
  text: string;
}

/** Groups what is wrong with drawings; `numbers` are those of the verdicts. */
export function groupFaults(
  verdicts: readonly Verdict[],
  numbers: readonly number[],
): FaultGroup[] {
  const groups = new Map<string, FaultGroup>();
  verdicts.forEach(({ drawing, faults }, index) => {
    const number = numbers[index] ?? index;
    for (const { kind, text } of faults) {
      const name = `${drawing.kind} ${kind}`;
      const group = groups.get(name) ?? { name, kind, numbers: [], drawing, text };
      if (group.numbers.at(-1) !== number) group.numbers.push(number);
      groups.set(name, group);
    }
  });
  return [...groups.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Writes a group of faults with a drawing that is as short as it can be, and how to see it. */
export async function writeGroup(
  { name, kind, numbers, drawing, text }: FaultGroup,
  seed: number,
  judge: DrawingJudge,
): Promise<string> {
  const short = await shorten(drawing, kind, judge);
  const [verdict] = await judge.judge([short]);
  const fault = verdict?.faults.find((one) => one.kind === kind);
  return [
    `${name}: ${numbers.length} drawings, ${numbers.slice(0, 8).join(' ')}`,
    `  ${text}`,
    `  npm run drawings -- --seed ${seed} --number ${numbers[0]}`,
    `  shortened: ${fault?.text ?? text}`,
    `  ${JSON.stringify(short)}`.slice(0, 1500),
  ].join('\n');
}
