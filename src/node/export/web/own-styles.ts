import path from 'node:path';
import type { Talk } from '../../../talk/model/talk.ts';
import { isExternal } from '../../../talk/text/path.ts';
import { aliasCompiledStyles, COMPILED_STYLE, decodeStyles } from '../../pages/decode-styles.ts';
import { listBlockStyles } from '../../pages/project-blocks.ts';
import type { Project } from '../../project/project.ts';

/** Reads the stylesheets of a talk's blocks and its own, with all that they refer to in them. */
export async function readOwnStyles(talk: Talk, project: Project): Promise<string> {
  const { root, isSafe } = project;
  const { css } = talk.meta;
  const isLeftOut = css === null || isExternal(css) || (isSafe && COMPILED_STYLE.test(css));
  const own = isLeftOut ? [] : [path.join(root, css)];
  const styles: string[] = [];
  for (const file of [...listBlockStyles(talk, root), ...own]) {
    styles.push(await readOwnStyle(file, project));
  }
  return styles.join('\n');
}

async function readOwnStyle(file: string, { root, isSafe }: Project): Promise<string> {
  const { build } = await import('vite');
  const built = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    plugins: [decodeStyles()],
    resolve: { alias: isSafe ? aliasCompiledStyles() : [] },
    // A configuration of PostCSS in the project would be code that runs; in dev and build none is read either.
    css: { postcss: { plugins: [] } },
    build: {
      write: false,
      assetsInlineLimit: () => true,
      rolldownOptions: { input: file },
    },
  });
  const outputs = [built].flat().flatMap((part) => ('output' in part ? part.output : []));
  const style = outputs.find(({ fileName }) => fileName.endsWith('.css'));
  return style?.type === 'asset' ? String(style.source) : '';
}
