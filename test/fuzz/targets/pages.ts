import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Project } from '../../../src/node/project/project.ts';
import { renderIndexPage } from '../../../src/node/pages/index/index-page.ts';
import { renderTalkPage } from '../../../src/node/pages/talk-page.ts';
import { makeSample, type Sample } from '../project.ts';
import { faultOf, plainTarget } from '../target.ts';

const LINKS = { icon: 'i.svg', styles: ['s.css'], scripts: ['m.js'], preloads: [] };
const TODAY = '2025-01-01';

/** Projects that are read from a disk and put on pages, before and after an edit. */
export const PAGES = plainTarget<Sample>({
  name: 'pages',
  of: 'projects',
  make: makeSample,
  judge: findFault,
});

async function findFault({ texts, edit }: Sample): Promise<string | null> {
  const root = mkdtempSync(path.join(tmpdir(), 'rostrum-fuzz-'));
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  try {
    for (const [file, text] of Object.entries(texts)) write(file, text);
    const project = new Project({ root, today: () => TODAY, engine: null });
    await renderPages(project);
    if (edit) write(edit.file, `${edit.text}\n`);
    const edited = await renderPages(project);
    const fresh = await renderPages(new Project({ root, today: () => TODAY, engine: null }));
    return edited === fresh ? null : 'differs from a fresh project after an edit on the disk';
  } catch (error) {
    return faultOf(error);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function renderPages(project: Project): Promise<string> {
  const talks = await project.talks();
  const datasets = await project.datasets();
  const toUrl = (file: string): string => `/${file}`;
  const pages = talks.map((talk) => renderTalkPage(talk, { links: LINKS, hasNotes: true, toUrl }));
  const index = renderIndexPage({ talks, datasets, links: LINKS, toUrl, today: TODAY });
  const problems = (await project.problems()).map((problem) => JSON.stringify(problem)).sort();
  const fault = problems.find((text) => text.includes('"internal-error"'));
  if (fault !== undefined) throw new Error(fault);
  return [...pages, index, ...problems].join('\n');
}
