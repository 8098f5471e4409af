import { toProblem, type Finding } from '../../talk/problems/finding.ts';
import type { TextOf } from '../../talk/source/frame.ts';
import type { Problem } from '../../talk/model/problem.ts';
import type { Talk } from '../../talk/model/talk.ts';
import type { Browser } from '../chromium/chromium.ts';
import { buildClient, type Runtime } from '../client/client.ts';
import type { Project } from '../project/project.ts';
import { openKeptFindings } from './kept-findings.ts';
import { locateFinding, locateKey } from './locate.ts';
import { measureTalk, VIEWS } from './measure-talk.ts';

/** What is checked, and with what. */
export interface CheckOptions {
  project: Project;
  /** Names of talks. */
  names: readonly string[];
  /** A browser that is being started. */
  browser: Promise<Browser>;
  /** The browser floor; defaults to the engine's own. */
  runtime?: Promise<Runtime>;
  /** Told how many views of how many are measured. */
  onProgress?: (done: number, total: number) => void;
}

/** Measures the slides of talks in a browser; returns their problems, each once. */
export async function checkSlides(options: CheckOptions): Promise<Problem[]> {
  const { project, names, onProgress = () => {} } = options;
  const runtime = options.runtime ?? buildClient();
  runtime.catch(() => {});
  const talks = await compileTalks(project, names);
  const total = talks.length * VIEWS.length;
  let done = 0;
  onProgress(done, total);
  const files = { root: project.root, onView: () => onProgress(++done, total) };
  const [browser, finished] = await Promise.all([options.browser, runtime]);
  const kept = openKeptFindings(project.root, {
    browser: `${browser.path} ${await browser.version()}`,
    day: project.today(),
  });
  const problems: Problem[] = [];
  for (const talk of talks) {
    const parts = {
      ...files,
      reads: project.readsOf(talk.name),
      runtime: talk.blockFiles ? await buildClient(talk, project.root) : finished,
    };
    const known = kept.find(talk, parts);
    if (known) VIEWS.forEach(files.onView);
    const findings = known ?? (await measureTalk(browser, talk, parts));
    if (!known) kept.keep(talk, parts, findings);
    problems.push(...findings.map((finding) => place(finding, talk, project.readText)));
  }
  return problems;
}

async function compileTalks(project: Project, names: readonly string[]): Promise<Talk[]> {
  const talks: Talk[] = [];
  for (const name of names) {
    const checked = await project.compile(name);
    if (checked) talks.push(checked.value);
  }
  return talks;
}

function place(finding: Finding, talk: Talk, textOf: TextOf): Problem {
  const key = finding.key && locateKey(finding.key, talk, textOf);
  if (key) return toProblem(finding, key);
  const slide = talk.slides.find(({ id }) => id === finding.slide);
  if (!slide) return toProblem(finding);
  const problem = toProblem(finding, locateFinding(finding, slide, textOf));
  return slide.via.length > 0 ? { ...problem, via: slide.via } : problem;
}
