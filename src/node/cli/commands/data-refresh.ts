import { renderChanges } from '../../data/report/changes-table.ts';
import { compareData } from '../../data/report/impact.ts';
import type { RefreshResult } from '../../data/refresh/refresh-result.ts';
import { followRefresh } from '../../data/report/progress.ts';
import { renderMarkdown } from '../../data/report/impact-markdown.ts';
import { refreshData } from '../../data/refresh/refresh.ts';
import { theWorld } from '../../data/http/session.ts';
import { renderRows } from '../../data/report/rows-table.ts';
import { renderResults, toJson } from '../../data/report/refresh-summary.ts';
import { readText } from '../../data/refresh/refresh-target.ts';
import { buildUserAgent } from '../../data/http/user-agent.ts';
import { parseMirrors } from '../../data/http/mirror.ts';
import { ProblemsError, UsageError } from '../../errors.ts';
import { readFormat } from '../arguments.ts';
import { defineCommand, type Command } from '../command.ts';
import { openProjectFolder } from '../../vite/site.ts';
import { readOwn, readOwnData } from '../config/read-own.ts';
import { SAFE } from '../shared-options.ts';
import type { CommandTools } from '../command-tools.ts';
import { listProject } from '../../project/read-folder.ts';
import path from 'node:path';

const FORMATS = ['text', 'json', 'markdown'] as const;

const ARGS = {
  name: {
    type: 'positional',
    required: false,
    valueHint: 'NAME...',
    description: 'Datasets to refresh; defaults to all that have a source.',
  },
  'dry-run': { type: 'boolean', description: 'Asks and checks, and writes nothing.' },
  format: {
    type: 'string',
    valueHint: 'FORMAT',
    description: 'How the outcome is printed: text, json or markdown; defaults to text.',
  },
  json: { type: 'boolean', description: 'The same as --format json.' },
  accept: {
    type: 'string',
    valueHint: 'NAME...',
    description:
      'Takes the answer for this dataset although it looks wrong beside the rows there are.',
  },
  history: {
    type: 'boolean',
    description:
      'Takes rows of the past as known from their own dates, not from today; for datasets that are named.',
  },
  mirror: {
    type: 'string',
    valueHint: 'ORIGIN=URL...',
    description: 'Asks another origin instead: a mirror or a proxy; may be given several times.',
  },
  strict: {
    type: 'boolean',
    description: 'Fails when a source gave nothing and old rows were kept.',
  },
  safe: SAFE,
} as const;

/** Defines `rostrum data refresh`, which queries the sources and updates the datasets. */
export function makeDataRefreshCommand({ terminal, root }: CommandTools): Command {
  return defineCommand('data refresh', {
    args: ARGS,
    async run(args) {
      if (args.safe) throw notSafe();
      const isDryRun = args['dry-run'] ?? false;
      const format = readFormat(args.json ? 'json' : args.format, FORMATS, 'text');
      const before = readDatasets(root);
      const world = theWorld();
      const { today, loaders } = await readOwnData(root, terminal);
      const results = await refreshData({
        root,
        names: args._,
        accepted: readAccepted(args.accept, before),
        mirrors: parseMirrors(args.mirror),
        isDryRun,
        isHistory: readHistory(args),
        today,
        loaders,
        userAgent: buildUserAgent(world.env['ROSTRUM_CONTACT']),
        world,
        ...(format !== 'text' ? {} : { watch: followRefresh(terminal) }),
      });
      const texts = pairTexts(results, before);
      const own = texts.size > 0 ? await readOwn(root, terminal) : {};
      const impact = await compareData(texts, openProjectFolder(root, { ...own, today }), own);
      if (format === 'json') terminal.say(toJson(results, impact.changes, isDryRun));
      else if (format === 'markdown') terminal.say(renderMarkdown(results, impact, isDryRun));
      else {
        terminal.say(renderResults(results, terminal));
        if (texts.size > 0) {
          if (isDryRun) terminal.say(`\n${renderRows(texts, terminal)}`);
          terminal.say(`\n${renderChanges(impact, isDryRun, terminal)}`);
        }
        if (isDryRun) terminal.note('Nothing was written.');
      }
      const hasKept = results.some(({ failure }) => failure !== null);
      if (args.strict && hasKept) throw new ProblemsError();
    },
  });
}

/** Checks the names of datasets whose answers are accepted. */
function readAccepted(
  names: readonly string[],
  known: ReadonlyMap<string, unknown>,
): readonly string[] {
  for (const name of names) {
    if (!known.has(name))
      throw new UsageError(
        `No dataset is called "${name}".`,
        `There is ${[...known.keys()].join(', ')}.`,
      );
  }
  return names;
}

/** Reads whether history is filled in, which changes talks of the past and is for named datasets alone. */
function readHistory({ history = false, _: names }: { history?: boolean; _: string[] }): boolean {
  if (!history || names.length > 0) return history;
  throw new UsageError(
    'With --history a dataset has to be named, as talks of earlier days then show its rows.',
    'Write for instance "npx rostrum data refresh NAME --history --dry-run".',
  );
}

/** Reports that nothing can be asked: the sources are named by code of the project. */
function notSafe(): UsageError {
  return new UsageError(
    'No source can be asked with --safe: recipes name the sources, and they are code of the project.',
    'Read the recipes, data/*.ts, and refresh without --safe where you trust them.',
  );
}

function readDatasets(root: string): Map<string, string | null> {
  const { datasets } = listProject(root);
  return new Map([...datasets].map(([name, file]) => [name, readText(path.join(root, file))]));
}

function pairTexts(results: readonly RefreshResult[], before: ReadonlyMap<string, string | null>) {
  return new Map(
    results.flatMap(({ name, text }) =>
      text === null ? [] : [[name, { before: before.get(name) ?? null, after: text }] as const],
    ),
  );
}
