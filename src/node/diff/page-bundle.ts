import { build, type Plugin, type Rolldown } from 'vite';
import { aliasCompiledStyles } from '../pages/decode-styles.ts';
import { projectBlocks, type OwnBlocks } from '../pages/project-blocks.ts';
import { locateEngine, locateFloorFile } from '../engine.ts';

/** The script and stylesheet of a page in one file, fonts within. */
export interface PageBundle {
  script: string;
  style: string;
}

const VIRTUAL = '\0rostrum:page';
const INLINE_ALL = 1e9;

/** Bundles the client of a page in one file, an entry of the browser floor, with the talks' own stylesheets last. */
export async function bundlePage(
  entry: string,
  ownStyles: readonly string[],
  { blocks, isSafe = false }: { blocks: OwnBlocks; isSafe?: boolean },
): Promise<PageBundle> {
  const root = locateEngine();
  const files = [locateFloorFile(entry), ...new Set(ownStyles)];
  const result = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    plugins: [enterWith(files), projectBlocks(() => blocks)],
    resolve: { alias: isSafe ? aliasCompiledStyles() : [] },
    // A configuration of PostCSS would be code of the project.
    css: { transformer: 'lightningcss', postcss: { plugins: [] } },
    build: {
      write: false,
      modulePreload: false,
      reportCompressedSize: false,
      assetsInlineLimit: INLINE_ALL,
      cssCodeSplit: false,
      rolldownOptions: { input: VIRTUAL, output: { codeSplitting: false } },
    },
  });
  const parts = (result as Rolldown.RolldownOutput).output;
  const script = parts.find((part) => part.type === 'chunk')?.code ?? '';
  const style = parts.find((part) => part.type === 'asset' && part.fileName.endsWith('.css'));
  return {
    // Neither may end its element.
    script: script.replaceAll('</script', '<\\/script'),
    style: style?.type === 'asset' ? String(style.source).replaceAll('</style', '<\\/style') : '',
  };
}

/** Builds an entry that imports files, in order. */
function enterWith(files: readonly string[]): Plugin {
  return {
    name: 'rostrum:page-entry',
    resolveId: (id) => (id === VIRTUAL ? id : null),
    load: (id) =>
      id === VIRTUAL ? files.map((file) => `import ${JSON.stringify(file)};`).join('\n') : null,
  };
}
