import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

const PAGE = /\.x?html?$/i;

/**
 * Lists the scripts within pages of the project that slides may show in frames. A page that is written into another one
 * runs only the scripts that the policy of that one knows.
 */
export function listFramedScripts(root: string, reads: Iterable<string>): string[] {
  return [...reads]
    .filter((file) => PAGE.test(file))
    .flatMap((file) => listScripts(parse(readFileSync(path.join(root, file), 'utf8'))));
}

function listScripts(node: Tree.Node): string[] {
  if (!('childNodes' in node)) return [];
  if (node.nodeName !== 'script') return node.childNodes.flatMap(listScripts);
  return [node.childNodes.map((text) => ('value' in text ? text.value : '')).join('')];
}
