import type { Problem, Span } from '../../talk/model/problem.ts';
import { toInnerPath } from '../paths.ts';

/** How problems are written for programs. */
export const CHECK_FORMATS = ['text', 'lines', 'json', 'github', 'sarif'] as const;

/** One of `CHECK_FORMATS`. */
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** What annotations need in addition to the problems. */
export interface AnnotationOptions {
  /** The project's folder, as seen from the root of its repository; empty when both are one. */
  folder: string;
  /** Rostrum's version. */
  version: string;
  /** Returns the address of the page about a code; null for none. */
  pageOf(code: string): string | null;
}

/** Returns what programs get of a problem: the fields of `schema/problems.schema.json`, in this order. */
export function toReport({ code, severity, message, hint, span, via, also }: Problem): Problem {
  return {
    code,
    severity,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(span ? { span } : {}),
    ...(via && via.length > 0 ? { via } : {}),
    ...(also && also.length > 0 ? { also } : {}),
  };
}

const SARIF_SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** Returns the project's folder as seen from the repository that a workflow checked out; empty when both are one. */
export function findFolder(root: string, workspace: string | undefined): string {
  if (workspace === undefined || workspace === '') return '';
  return toInnerPath(workspace, root);
}

/** Writes each place of a problem as one line, in the form of compilers, which editors read. */
export function renderLines(problems: readonly Problem[]): string {
  return listPlaces(problems)
    .map(({ code, severity, message, hint, span }) => {
      const place = span ? `${span.file}:${span.line}:${span.column}: ` : '';
      const text = [message, hint].filter(Boolean).join(' ').replaceAll(/\s+/g, ' ');
      return `${place}${severity}: ${text} (${code})`;
    })
    .join('\n');
}

/** Writes problems as commands that GitHub's runner shows beside the lines of a change. */
export function renderGithub(problems: readonly Problem[], options: AnnotationOptions): string {
  return listPlaces(problems)
    .map(({ code, severity, message, hint, span }) => {
      const place = span ? listPlace(span, options) : [];
      const properties = [...place, `title=${escapeProperty(code)}`].join(',');
      const text = [message, hint].filter(Boolean).join('\n');
      return `::${severity} ${properties}::${escapeData(text)}`;
    })
    .join('\n');
}

/** Lists problems once for each of their places. */
function listPlaces(problems: readonly Problem[]): Problem[] {
  return problems.flatMap((problem) => [
    problem,
    ...(problem.also ?? []).map((span) => ({ ...problem, span })),
  ]);
}

function listPlace({ file, line, column, length }: Span, options: AnnotationOptions): string[] {
  return [
    `file=${escapeProperty(locate(file, options))}`,
    `line=${line}`,
    `col=${column}`,
    `endColumn=${column + length}`,
  ];
}

/** Writes problems as SARIF 2.1.0, which code hosts and editors read. */
export function renderSarif(problems: readonly Problem[], options: AnnotationOptions): string {
  const codes = [...new Set(problems.map(({ code }) => code))].sort();
  const results = problems.map(({ code, severity, message, hint, span, via = [], also = [] }) => ({
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: severity,
    message: { text: [message, hint].filter(Boolean).join(' ') },
    locations: span ? [toLocation(span, options)] : [],
    ...(via.length + also.length > 0
      ? { relatedLocations: [...via, ...also].map((one) => toLocation(one, options)) }
      : {}),
  }));
  const driver = {
    name: 'Rostrum',
    version: options.version,
    rules: codes.map((id) => {
      const helpUri = options.pageOf(id);
      return { id, ...(helpUri === null ? {} : { helpUri }) };
    }),
  };
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results };
  return JSON.stringify({ $schema: SARIF_SCHEMA, version: '2.1.0', runs: [run] }, null, 2);
}

function toLocation({ file, line, column, length }: Span, options: AnnotationOptions) {
  const uri = locate(file, options).split('/').map(encodeURIComponent).join('/');
  const region = { startLine: line, startColumn: column, endColumn: column + length };
  return { physicalLocation: { artifactLocation: { uri, uriBaseId: '%SRCROOT%' }, region } };
}

function locate(file: string, { folder }: AnnotationOptions): string {
  return folder === '' ? file : `${folder}/${file}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
