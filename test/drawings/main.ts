import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { KINDS } from './drawing.ts';
import { writeTalk } from './compile-drawing.ts';
import { makeDrawing } from './make-drawing.ts';
import { openJudge, type DrawingJudge } from './open-judge.ts';
import { groupFaults, writeGroup } from './report.ts';

/** Makes drawings and prints what is wrong with them, or shows some of them by their numbers. */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      seed: { type: 'string', default: '1' },
      count: { type: 'string', default: '1000' },
      // Of `KINDS`.
      kind: { type: 'string' },
      number: { type: 'string', multiple: true },
      // Whether drawings with faults are not shortened, which takes long.
      list: { type: 'boolean', default: false },
      // Where pictures of the drawings are written.
      pictures: { type: 'string' },
    },
  });
  const seed = Number(values.seed);
  const kinds = KINDS.filter((kind) => values.kind === undefined || kind === values.kind);
  const count = Math.ceil(Number(values.count) / kinds.length) * KINDS.length;
  const all = Array.from({ length: count }, (_, index) => index);
  const ofKinds = all.filter((number) => kinds.includes(makeDrawing(seed, number).kind));
  const numbers = values.number?.map(Number) ?? ofKinds.slice(0, Number(values.count));
  await using judge = await openJudge({ scale: values.pictures ? 1 : 0.25 });
  if (values.number) await showEach(judge, seed, numbers, values.pictures);
  else await listFaults(judge, { seed, numbers, isShort: values.list });
}

async function listFaults(
  judge: DrawingJudge,
  { seed, numbers, isShort }: { seed: number; numbers: readonly number[]; isShort: boolean },
): Promise<void> {
  const verdicts = await judge.judge(numbers.map((number) => makeDrawing(seed, number)));
  const faulty = verdicts.filter(({ faults }) => faults.length > 0).length;
  const absent = verdicts.filter(({ isDrawn }) => !isDrawn).length;
  say(`${verdicts.length} drawings, ${absent} of them reported and absent, ${faulty} with faults`);
  for (const group of groupFaults(verdicts, numbers)) {
    const { name, text, numbers: of } = group;
    if (isShort) say(`${name}: ${of.length} drawings, ${of.slice(0, 12).join(' ')}\n  ${text}`);
    else say(await writeGroup(group, seed, judge));
  }
}

async function showEach(
  judge: DrawingJudge,
  seed: number,
  numbers: readonly number[],
  pictures: string | undefined,
): Promise<void> {
  for (const number of numbers) {
    const drawing = makeDrawing(seed, number);
    const [verdict] = await judge.judge([drawing]);
    say(`${number}: ${drawing.rows.length} rows\n${writeTalk(drawing, 'rows')}`);
    say(JSON.stringify(drawing.rows).slice(0, 2000));
    for (const code of verdict?.reported ?? []) say(`  reported: ${code}`);
    for (const { kind, text } of verdict?.faults ?? []) say(`  ${kind}: ${text}`);
    if (pictures === undefined || verdict?.isDrawn !== true) continue;
    mkdirSync(pictures, { recursive: true });
    await judge.show([drawing]);
    await judge.page.locator('section').screenshot({ path: `${pictures}/${seed}-${number}.png` });
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
