import { fillTalkText } from '../../data/value/talk-text.ts';
import type { IsoDate } from '../../model/dataset.ts';
import type { Checked, Problem, Span } from '../../model/problem.ts';
import type { TalkProject } from '../../model/project.ts';
import type { Logo, LogoSpec, TalkEdges } from '../../model/slide/edges.ts';
import type { SlideFile, TalkSpec } from '../../model/slide-file.ts';
import type { AssetUse, TalkMeta } from '../../model/talk.ts';
import {
  allowMissing,
  brokenFile,
  heavyDrawing,
  missingAlt,
  missingPicture,
  windowsPath,
  wrongValue,
} from '../../problems/problems.ts';
import { isWindowsPath, relativePath, resolvePath } from '../../text/path.ts';
import { MAX_DRAWN, isHeavyFile } from '../raw/drawing-size.ts';
import { findTooWide } from './edge-room.ts';

const EXTENSION = /\.[^./]+$/;
const PICTURE = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/** Inputs of a talk's head and foot other than its file. */
export interface EdgeOptions {
  /** Front matter with the defaults of the project. */
  spec: TalkSpec;
  meta: TalkMeta;
  asOf: IsoDate;
  project: TalkProject;
}

/** Fills in the words at the head and foot of a talk's slides, and finds its logo and the picture of its cover; undefined for none. */
export function composeEdges(
  file: SlideFile,
  { spec, meta, asOf, project }: EdgeOptions,
): Checked<TalkEdges | undefined> {
  const problems: Problem[] = [];
  const placeOf = (key: keyof TalkSpec): Span =>
    file.headSpans[key] ?? { file: file.path, line: 1, column: 1, length: 1 };
  const edges: TalkEdges = {};
  for (const key of ['header', 'footer'] as const) {
    const written = spec[key];
    if (typeof written !== 'string') continue;
    const { text, faults } = fillTalkText(written, { talk: meta, asOf });
    problems.push(...faults.map((at) => at(placeOf(key))), ...findTooWide(key, text, placeOf(key)));
    edges[key] = text;
  }
  if (spec.pagination !== undefined) edges.pagination = spec.pagination;
  if (spec.logo) {
    const found = findPicture(spec.logo, file.path, project, {
      key: 'logo',
      span: placeOf('logo'),
    });
    problems.push(...found.problems.map((problem) => allowMissing(problem, meta)));
    if (found.value) edges.logo = found.value;
  }
  if (spec.cover !== undefined) {
    const at = { key: 'cover', span: placeOf('cover') };
    const found = findPicture({ path: spec.cover, alt: '' }, file.path, project, at);
    problems.push(...found.problems.map((problem) => allowMissing(problem, meta)));
    if (found.value) edges.cover = found.value.light;
  }
  return { value: Object.keys(edges).length > 0 ? edges : undefined, problems };
}

/** Lists the files of a talk's logo. */
export function listLogoFiles({ logo }: TalkEdges, file: SlideFile): AssetUse[] {
  const span = file.headSpans.logo ?? { file: file.path, line: 1, column: 1, length: 1 };
  const room = { width: 320, height: 48, isCovered: false };
  return [logo?.light, logo?.dark].flatMap((href) =>
    href ? [{ href, path: href.slice(1), room, span }] : [],
  );
}

function findPicture(
  { path: written, alt }: LogoSpec,
  from: string,
  project: TalkProject,
  { key, span }: { key: string; span: Span },
): Checked<Logo | undefined> {
  const path = resolvePath(from, written);
  if (!project.hasAsset(path)) {
    const names = project
      .assetNames()
      .filter((name) => PICTURE.test(name))
      .map((name) => relativePath(from, name));
    const report = isWindowsPath(written) ? windowsPath : missingPicture;
    return { value: undefined, problems: [report(written, names, span)] };
  }
  if (!PICTURE.test(path)) {
    const problem = wrongValue(key, 'a picture, such as /assets/logo.svg', span);
    return { value: undefined, problems: [problem] };
  }
  const variant = path.replace(EXTENSION, (extension) => `-dark${extension}`);
  const dark = project.hasAsset(variant) ? variant : null;
  for (const one of [path, dark]) {
    const fault = one === null ? null : (project.fileFault?.(one) ?? null);
    if (one !== null && fault !== null) {
      return { value: undefined, problems: [brokenFile(one, fault, span)] };
    }
  }
  const heavy = [path, dark].find((one) => one !== null && isHeavyFile(project, one));
  if (heavy) {
    return { value: undefined, problems: [heavyDrawing(`"${heavy}"`, MAX_DRAWN, span)] };
  }
  const problems = alt === null ? [missingAlt(written, span)] : [];
  return { value: { light: `/${path}`, dark: dark && `/${dark}`, alt: alt ?? '' }, problems };
}
