import type { ViteDevServer } from 'vite';
import { FREEZE_EVENT, LIVE_EVENT, type LiveNews } from '../../../talk/model/live-shape.ts';
import type { Talk } from '../../../talk/model/talk.ts';
import { createLoop } from '../../live/live.ts';
import type { Site } from '../site.ts';

/** The sources of live datasets, polled while a page shows them. */
export interface SourceFollower {
  /** Keeps the datasets of a talk fresh from now on. */
  watch(talk: Talk): void;
}

/** Keeps the files of live datasets fresh while the dev server runs; the changed files reach the pages as edits do. */
export function followSources(
  server: ViteDevServer,
  { project, terminal, loaders }: Pick<Site, 'project' | 'terminal' | 'loaders'>,
): SourceFollower {
  const { hot } = server.environments.client;
  const news = new Map<string, LiveNews>();
  const said = new Map<string, string | null>();
  const loop = createLoop({
    async ask(dataset) {
      const { askSource } = await import('../../live/poll-source.ts');
      return askSource({ root: project.root, today: project.today, loaders }, dataset);
    },
    tell(item, isNotSetUp) {
      const { dataset, failure } = item;
      if (failure !== null && failure !== said.get(dataset)) {
        terminal.note(`${dataset}: ${failure}`);
      }
      said.set(dataset, failure);
      // A fault of this machine is not a fault of the source, so slides show only the age of the data.
      if (isNotSetUp) return;
      news.set(dataset, item);
      hot.send(LIVE_EVENT, item);
    },
  });
  // Each page reports at its start, and at the key L, whether live data are paused, and receives the current state.
  hot.on(FREEZE_EVENT, (isFrozen: unknown) => {
    loop.pause(isFrozen === true);
    for (const item of news.values()) hot.send(LIVE_EVENT, item);
  });
  server.httpServer?.once('close', () => loop.end());
  return {
    watch({ live }) {
      for (const [name, { askEvery }] of Object.entries(live?.datasets ?? {})) {
        if (askEvery !== undefined) loop.follow(name, askEvery);
      }
    },
  };
}
