import {
  badAttributes,
  foreignComment,
  foreignSlideComment,
  importRemark,
  unknownComment,
} from '../../problems/problems.ts';
import { findNearest } from '../../text/nearest.ts';
import type { Problem, Span } from '../../model/problem.ts';
import { decodeReferences } from '../../html/character-references.ts';

/** The meaning of an HTML comment. */
export type Comment =
  | { kind: 'remark' }
  | { kind: 'pause' }
  | { kind: 'attributes'; attributes: Record<string, string> }
  | { kind: 'words'; text: string }
  | { kind: 'mistake'; problem: Problem };

/** Parses an HTML comment. */
export function parseComment(raw: string, span: Span): Comment {
  const text = raw.replace(/^<!--/, '').replace(/-->\s*$/, '');
  const words = text.trim();
  const [, outcome, what] = IMPORTED.exec(words) ?? [];
  if (outcome !== undefined && what !== undefined)
    return { kind: 'mistake', problem: importRemark(outcome, what, span) };
  if (words === '' || words.startsWith('//') || TOOL.test(words)) return { kind: 'remark' };
  if (words.toLowerCase() === 'pause') return { kind: 'pause' };
  const foreign = foreignComment(words, span);
  if (foreign) return { kind: 'mistake', problem: foreign };
  const [, name, rest = ''] = DOTTED.exec(words) ?? [];
  if (name === '.slide') return { kind: 'mistake', problem: foreignSlideComment(words, span) };
  if (name === '.element') return parseAttributes(rest, span);
  if (name !== undefined || findNearest(words, ['pause'])) {
    return { kind: 'mistake', problem: unknownComment(words, span) };
  }
  return { kind: 'words', text };
}

function parseAttributes(source: string, span: Span): Comment {
  const attributes: Record<string, string> = Object.create(null);
  let rest = source.trim();
  while (rest !== '') {
    const [all, name, double, single, bare] = ATTRIBUTE.exec(rest) ?? [];
    if (all === undefined || name === undefined) break;
    attributes[name.toLowerCase()] = decodeReferences(double ?? single ?? bare ?? '');
    rest = rest.slice(all.length);
  }
  if (rest === '' && Object.keys(attributes).length > 0) return { kind: 'attributes', attributes };
  return { kind: 'mistake', problem: badAttributes(rest, span) };
}

const DOTTED = /^(\.[a-z][\w-]*)[ \t]*:?([\s\S]*)$/i;
const ATTRIBUTE =
  /^([A-Za-z_:@][\w:.-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?(?:\s+|$)/;
/** A remark of `rostrum import` about something that is not as it was. */
const IMPORTED = /^\/\/ import, (approximated|left out|to do by hand): ([^]*)$/;
/** Comments for formatters and linters. */
const TOOL =
  /^(?:prettier-ignore|markdownlint-|textlint-|dprint-ignore|deno-fmt-|cspell|spell-checker|vale\b|rumdl-)/;
