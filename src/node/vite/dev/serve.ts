import path from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { HELLO_EVENT, INDEX_EVENT, parseHello, TALK_EVENT } from '../../../talk/model/wire.ts';
import { listLookStyles } from '../../pages/look-style.ts';
import type { Project } from '../../project/project.ts';
import { findMqttScript } from '../../find-package.ts';
import { QUOTED } from '../../project/recorded-reads.ts';
import { answerPages } from './answer.ts';
import { answerNames } from '../../pages/page-names.ts';
import { answerUnreadable, countMessages, guardDoor } from './door.ts';
import { guardNetwork } from '../network/network.ts';
import { answerFirstTalk } from './answer-first-talk.ts';
import { answerLeaderSecret } from './leader-secret.ts';
import { answerTable } from './answer-table.ts';
import { answerRehearsals } from './rehearsal-files.ts';
import { testBlockModules } from './site-blocks.ts';
import { followFiles, type Follower } from './follow.ts';
import { watchGitLock } from './git-lock.ts';
import { openDevClient } from './dev-client.ts';
import { watchConfig } from './config-change.ts';
import { createLiveTalks } from './live-talks.ts';
import { openNewestTalks } from '../../project/cache/newest-talks.ts';
import { followSources } from './live-sources.ts';
import { toInnerPath } from '../../paths.ts';
import { pollBeyondLimit } from './watch-limit.ts';
import { createReporter } from './problem-report.ts';
import { answerPdf, exportByCommand } from './pdf-link.ts';
import { readCommandOptions, type GetSite } from '../site.ts';
import { toDevUrls, toFileUrl, type DevUrls } from './dev-urls.ts';
import { listCodeFolders } from '../configure.ts';

const SOURCES = /^(?:slides|data|assets)\/|^rostrum\.lock$/;
const STYLE = /\.css$/;

/** Serves the index and the talks while they are edited, and sends every change to the pages. */
export function servePages(getSite: GetSite): Plugin {
  let follower: Follower | undefined;
  return {
    name: 'rostrum:serve',
    apply: 'serve',
    configureServer(server) {
      const site = getSite();
      const { project, terminal, isOffline, isEmbeddable, isSafe } = site;
      const { hot } = server.environments.client;
      const toUrl = toFileUrl(server.config);
      const sources = isOffline ? null : followSources(server, site);
      const live = createLiveTalks({
        project,
        toUrl,
        send: (update) => hot.send(TALK_EVENT, update),
        report: createReporter(terminal, project.readText),
        onShown: (talk) => sources?.watch(talk),
        onGone: (file) => terminal.note(`${file} is gone: its open page shows what it held last.`),
      });
      hot.on(HELLO_EVENT, (message: unknown, client) => {
        const hello = parseHello(message);
        const update = hello && live.catchUp(hello);
        if (update) client.send(TALK_EVENT, update);
      });
      const refresh = async (): Promise<void> => {
        await live.refresh();
        hot.send(INDEX_EVENT);
      };
      follower = followFiles(
        project.root,
        refresh,
        terminal.reportInternalError,
        watchGitLock(project.root),
      );
      const { note } = follower;
      pollBeyondLimit(server, { terminal, note });
      server.watcher.on('raw', (_kind: string, name: string, details: RawDetails) => {
        const source = toProjectPath(server, locate(name, details));
        if (mayRead(project, source)) follower?.note(source);
      });
      const { configFile } = readCommandOptions(server.config);
      if (configFile !== undefined) watchConfig(server, configFile, terminal);
      const { root, base, cacheDir } = server.config;
      const codeFolders = [...listCodeFolders(root), cacheDir];
      const isShown = (file: string): Promise<boolean> => isShownBy(project, file);
      const isModule = testBlockModules(server, site);
      const door = { root, base, codeFolders, isShown, isModule, isEmbeddable };
      server.middlewares.use(guardDoor(door));
      server.middlewares.use(answerNames({ root, base, isShown }));
      server.ws.on('connection', countMessages);
      const client = openDevClient(base, root, findMqttScript(project));
      guardNetwork(server, { site, door, client });
      // The first page reports it when it fails.
      client.open().catch(() => null);
      const openUrls = async (): Promise<DevUrls> => toDevUrls(server.config, await client.open());
      server.middlewares.use(client.answer);
      const end = new AbortController();
      server.httpServer?.once('close', () => end.abort());
      return () => {
        server.middlewares.use(
          answerPdf(project, exportByCommand(project, { signal: end.signal, isSafe })),
        );
        server.middlewares.use(answerFirstTalk(project));
        server.middlewares.use(answerTable(site));
        server.middlewares.use(answerLeaderSecret(process.env));
        server.middlewares.use(answerRehearsals(site));
        server.middlewares.use(
          answerPages({
            project,
            isOffline,
            isEmbeddable,
            isRehearsed: readCommandOptions(server.config).isRehearsed ?? false,
            live,
            listNewest: openNewestTalks(project),
            openUrls,
            toUrl,
          }),
        );
        server.middlewares.use(answerUnreadable);
      };
    },
    hotUpdate: {
      handler({ file, server }) {
        const source = toProjectPath(server, file);
        if (this.environment.name !== 'client' || !mayRead(getSite().project, source))
          return undefined;
        follower?.note(source);
        // Stylesheets are swapped by Vite itself.
        return STYLE.test(source) ? undefined : [];
      },
    },
  };
}

/** Returns whether a talk may depend on a file; code that slides quote lies anywhere. */
function mayRead(project: Project, file: string): boolean {
  if (SOURCES.test(file) || listLookStyles(project.library.looks).includes(file)) return true;
  return project.talkNames.some((talk) => project.readsOf(talk).has(`${QUOTED}${file}`));
}

/** Returns whether a talk of the project shows a file; compiles talks that no page has shown yet. */
async function isShownBy(project: Project, file: string): Promise<boolean> {
  const isRead = (): boolean => project.talkNames.some((talk) => project.readsOf(talk).has(file));
  return isRead() || ((await project.talks()).length > 0 && isRead());
}

/** A change as the system reported it, milliseconds before the watcher checks it. */
interface RawDetails {
  /** The changed file or its folder; absent when files are polled. */
  watchedPath?: string;
}

function locate(name: string, { watchedPath = '' }: RawDetails): string {
  return path.basename(watchedPath) === name ? watchedPath : path.resolve(watchedPath, name);
}

function toProjectPath({ config }: ViteDevServer, file: string): string {
  return toInnerPath(config.root, file);
}
