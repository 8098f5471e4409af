import type { TalkContext } from '../../../../src/talk/render/talk-context.ts';
import { viewDataset } from '../../../../src/talk/data/view.ts';
import { createContext, type SlideContext } from '../../../../src/talk/render/context.ts';
import { META } from '../../../support/meta.ts';
import { openProject, TODAY, type Texts } from '../../../support/fixtures.ts';
import { lexPlaced } from '../markdown/parse.ts';
import { transformBlocks } from '../../../../src/talk/markdown/transform/transform.ts';
import type { Token } from '../../../../src/talk/model/token.ts';

/** Builds the context of a slide in `slides/talks/a.md` of a project. */
export function slideContext(texts: Texts = {}, { hasSteps = true } = {}): SlideContext {
  const { project } = openProject(texts);
  const talk: TalkContext = {
    project,
    meta: META,
    asOf: TODAY,
    view: (name: string) => {
      const dataset = project.dataset(name);
      return dataset && viewDataset(dataset, TODAY);
    },
    onDay: () => talk,
    isLinked: () => false,
  };
  return createContext(talk, {
    id: 'a',
    file: 'slides/talks/a.md',
    layout: 'default',
    headings: { title: null, shift: 0, least: 1 },
    isIncremental: false,
    tabSize: null,
    blockHeight: null,
    hasSteps,
  });
}

/** Lexes, places and transforms text as the only text of a slide. */
export function tokensOf(text: string): Token[] {
  return transformBlocks(lexPlaced(text), { blockNames: [], problems: [], comments: [] });
}

/** The codes of what was reported while a slide was rendered. */
export function codesIn({ problems }: Pick<SlideContext, 'problems'>): string[] {
  return problems.map(({ code }) => code);
}
