import type { Finding } from '../../talk/problems/finding.ts';
import { reportText, type Sight } from './rule-context.ts';

/** Finds text with a declared font that could not be loaded. */
export function checkFonts(sight: Sight): Finding[] {
  const failed = new Set(
    [...document.fonts]
      .filter(({ status }) => status === 'error')
      .map(({ family }) => unquote(family)),
  );
  if (failed.size === 0) return [];
  return sight.content.runs.flatMap((run) => {
    const [first = ''] = run.style.fontFamily.split(',');
    const family = unquote(first);
    if (!failed.has(family)) return [];
    const fault = { code: 'missing-font', family } as const;
    return [reportText(sight, run, { fault, cause: family, badness: 0 })];
  });
}

function unquote(family: string): string {
  return family.trim().replace(/^["']|["']$/g, '');
}
