import { readFileSync } from 'node:fs';
import { rawHtml, type Html } from '../../talk/html/html.ts';
import { locateFloorFile } from '../engine.ts';

const FILE = 'browser/brand/wordmark.svg';
/** Colours of its own are for where no page gives it any. */
const OWN_STYLE = /\s*<style>[^]*?<\/style>/;

/** Renders the word mark as a part of the page, so that it takes the page's colours. */
export function renderWordMark(): Html {
  const svg = readFileSync(locateFloorFile(FILE), 'utf8');
  return rawHtml(svg.replace(OWN_STYLE, '').replace('<svg ', '<svg class="wordmark" '));
}
