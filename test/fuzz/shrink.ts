import type { Sample } from './project.ts';

/** Finds what is wrong with a sample; null for nothing. */
export type Judge = (sample: Sample) => string | null;

const MAX_TRIALS = 4000;

/** Names the kind of a fault, so that a shorter sample is known to have the same one. */
export function kindOf(fault: string): string {
  const [first = ''] = fault.split('\n');
  const frame = /\n\s+at (\S+)/.exec(fault)?.[1] ?? '';
  const words = first.replaceAll(/"[^"]*"|\d+|[^ ]*\.(?:md|json)\S*/g, '#').slice(0, 60);
  return fault.startsWith('differs') ? words.slice(0, 30) : `${words} ${frame}`;
}

/** Shortens a sample as long as the same fault is found in it: whole files first, then ever smaller pieces of texts. */
export function shrink(sample: Sample, judge: Judge): Sample {
  const kind = kindOf(judge(sample) ?? '');
  let best = sample;
  let trials = 0;
  const isSame = (next: Sample): boolean => {
    if (trials++ > MAX_TRIALS) return false;
    const fault = judge(next);
    if (fault === null || kindOf(fault) !== kind) return false;
    best = next;
    return true;
  };
  isSame({ ...best, edit: noEdit(best) });
  for (const file of Object.keys(best.texts)) {
    const { [file]: _, ...texts } = best.texts;
    if (file !== best.edit.file) isSame({ ...best, texts });
  }
  for (const answer of best.answers)
    isSame({ ...best, answers: best.answers.filter((one) => one !== answer) });
  // After the last trial nothing is the same, so nothing is shorter.
  for (let before = ''; before !== JSON.stringify(best);) {
    before = JSON.stringify(best);
    for (const file of Object.keys(best.texts))
      shrinkText(
        () => best.texts[file] ?? '',
        (text) => isSame(withText(best, file, text)),
      );
    if (!isUnedited(best))
      shrinkText(
        () => best.edit.text,
        (text) => isSame({ ...best, edit: { ...best.edit, text } }),
      );
  }
  return best;
}

function shrinkText(current: () => string, isSame: (text: string) => boolean): void {
  for (let size = Math.max(1, current().length >> 1); size >= 1; size = size >> 1) {
    for (let at = 0; at < current().length;) {
      const text = current();
      if (!isSame(text.slice(0, at) + text.slice(at + size))) at += size;
    }
  }
}

function withText(sample: Sample, file: string, text: string): Sample {
  const texts = { ...sample.texts, [file]: text };
  const edit = isUnedited(sample) && sample.edit.file === file ? { file, text } : sample.edit;
  return { ...sample, texts, edit };
}

function noEdit({ texts, edit: { file } }: Sample): Sample['edit'] {
  return { file, text: texts[file] ?? '' };
}

function isUnedited({ texts, edit }: Sample): boolean {
  return texts[edit.file] === edit.text;
}
