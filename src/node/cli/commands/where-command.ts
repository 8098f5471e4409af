import { findNearest, plainName } from '../../../talk/text/nearest.ts';
import type { Span } from '../../../talk/model/problem.ts';
import type { TalkOutline } from '../../../talk/where.ts';
import {
  findDatasetUses,
  findSlideUses,
  type SlideDefinition,
  type Use,
} from '../../../talk/where.ts';
import { UsageError } from '../../errors.ts';
import { outlineTalks } from '../../project/outlines.ts';
import type { Project } from '../../project/project.ts';
import type { Terminal } from '../../terminal.ts';
import { defineCommand, type Command } from '../command.ts';
import { openProject } from '../open-project.ts';
import { SAFE } from '../shared-options.ts';
import type { CommandTools } from '../command-tools.ts';

/** A slide or dataset with a name, and the talks that use it. */
interface Found {
  name: string;
  kind: 'slide' | 'dataset';
  /** Where it is written. */
  files: string[];
  uses: Use[];
}

/** Defines `rostrum where`, which lists the talks and places that use a slide or a dataset. */
export function makeWhereCommand({ terminal, root }: CommandTools): Command {
  return defineCommand('where', {
    args: {
      name: {
        type: 'positional',
        required: true,
        example: 'mailing-list',
        valueHint: 'NAME',
        description: 'Id of a slide, or name of a dataset in data/.',
      },
      json: { type: 'boolean', description: 'Prints the places as JSON.' },
      safe: SAFE,
    },
    async run(args) {
      const project = await openProject(root, { terminal, isSafe: args.safe });
      const found = await find(args.name, project);
      if (args.json) return terminal.say(JSON.stringify(found, null, 2));
      terminal.say(found.map((one) => renderFound(one, terminal.style)).join('\n\n'));
    },
  });
}

async function find(name: string, project: Project): Promise<Found[]> {
  const talks = (await outlineTalks(project)).map(({ value }) => value);
  const definitions = project.slides();
  const datasets = await project.datasets();
  const places = definitions.filter(({ id }) => id === name).map(({ place }) => printPlace(place));
  const files = datasets.filter((dataset) => dataset.name === name).map(({ file }) => file);
  const slideUses = findSlideUses(name, talks, definitions);
  const found: Found[] = [
    { name, kind: 'slide', files: places, uses: slideUses },
    { name, kind: 'dataset', files, uses: files.length > 0 ? findDatasetUses(name, talks) : [] },
  ];
  const known = found.filter((one) => one.files.length + one.uses.length > 0);
  if (known.length > 0) return known;
  const names = datasets.map((dataset) => dataset.name);
  throw unknownName(name, [...listIds(talks, definitions), ...names]);
}

function listIds(talks: readonly TalkOutline[], definitions: readonly SlideDefinition[]): string[] {
  return [...definitions, ...talks.flatMap(({ slides }) => slides)].map(({ id }) => id);
}

function unknownName(name: string, names: readonly string[]): UsageError {
  const nearest = findNearest(plainName(name), new Set(names));
  return new UsageError(
    `No slide and no dataset is called "${name}".`,
    nearest
      ? `Did you mean "${nearest}"?`
      : 'Slides are named by their "id" or title, datasets by their file in data/.',
  );
}

function renderFound({ name, kind, files, uses }: Found, style: Terminal['style']): string {
  const { bold, dim } = style;
  const head = `${bold(name)} is a ${kind}${files.length > 0 ? `: ${files.join(', ')}` : ''}`;
  if (uses.length === 0) return `${head}\n  ${dim('No talk uses it.')}`;
  const talks = [...new Set(uses.map(({ talk }) => talk))];
  const lines = talks.flatMap((talk) => {
    const ofTalk = uses.filter((use) => use.talk === talk);
    const rendered = kind === 'slide' ? renderSlides(ofTalk, style) : renderPlaces(ofTalk, style);
    return ['', `  ${bold(talk)}`, ...rendered];
  });
  return [head, ...lines].join('\n');
}

function renderSlides(uses: readonly Use[], { cyan }: Terminal['style']): string[] {
  return uses.map(({ slide, position, place, via }) => {
    const chain = via.length > 0 ? via : [place];
    return `    slide ${position}, ${slide}  ${chain.map((span) => cyan(printPlace(span))).join(' > ')}`;
  });
}

function renderPlaces(uses: readonly Use[], { cyan, dim }: Terminal['style']): string[] {
  const places = uses.map(({ place }) => printPlace(place));
  const width = Math.max(...places.map((place) => place.length));
  return uses.flatMap(({ slide, position, as, via }, index) => {
    const isNew = uses[index - 1]?.position !== position;
    const chain = via.length > 0 ? dim(`  via ${via.map(printPlace).join(' > ')}`) : '';
    return [
      ...(isNew ? [`    slide ${position}, ${slide}${chain}`] : []),
      `      ${cyan((places[index] ?? '').padEnd(width))}  ${as}`,
    ];
  });
}

function printPlace({ file, line, column }: Span): string {
  return `${file}:${line}:${column}`;
}
