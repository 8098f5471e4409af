import '../../src/browser/styles/rostrum.css';
import './hardest.css';
import { BlockElement } from '../../src/browser/elements/block-element.ts';
import { defineElements } from '../../src/browser/elements/define.ts';
import { loadCharts } from '../../src/browser/elements/rostrum-chart.ts';
import { store } from '../../src/browser/page/data.ts';
import { toggleMode } from '../../src/browser/page/mode.ts';
import { directionOf } from '../../src/talk/html/direction.ts';
import { compileDrawing } from '../drawings/compile-drawing.ts';
import { listHardest } from '../drawings/hardest.ts';
import { makeDrawing } from '../drawings/make-drawing.ts';

/*
 * The generated drawings that are hardest to draw, each on its slide. `?count=12` and `?from=24` show a part of them,
 * `?seed=2` those of another seed, `?sheet=4` four in a row, `?mode=dark` the dark ones and `?grey` those without
 * colours; `d` switches between light and dark. The number of a drawing is in its corner.
 */

const AMONG = 1000;
const COUNT = 100;

async function showHardest(query: URLSearchParams): Promise<void> {
  const root = document.documentElement;
  const read = (name: string, fallback: number): number => Number(query.get(name) ?? fallback);
  root.dataset['mode'] = query.get('mode') ?? 'light';
  root.style.setProperty('--sheet', String(read('sheet', 1)));
  if (query.has('grey')) root.dataset['grey'] = '';
  const seed = read('seed', 1);
  const numbers = listHardest(seed, { among: AMONG, count: COUNT });
  const from = read('from', 0);
  const slides = numbers
    .slice(from, from + read('count', COUNT))
    .flatMap((number) => makeSlide(seed, number) ?? []);
  await Promise.all(slides.map((slide) => loadCharts(slide)));
  document.querySelector('.slides')?.append(...slides);
  await defineElements(document);
  const blocks = [...document.querySelectorAll('.block')].filter(
    (one) => one instanceof BlockElement,
  );
  await Promise.all([document.fonts.ready, ...blocks.map((block) => block.ready)]);
  root.setAttribute('data-ready', '');
}

function makeSlide(seed: number, number: number): Element | null {
  const drawing = makeDrawing(seed, number);
  const { html, view } = compileDrawing(drawing, `drawing${number}`);
  const template = document.createElement('template');
  template.innerHTML = html;
  const slide = template.content.querySelector<HTMLElement>('section');
  if (!slide || !view) return null;
  store.set(view);
  slide.lang = drawing.language;
  slide.dir = directionOf(drawing.language);
  const foot = slide.querySelector('.slide-foot :is(.folio-talk, .folio)');
  if (foot) foot.textContent = `${drawing.kind} ${number}`;
  return slide;
}

addEventListener('keydown', ({ key }) => {
  if (key === 'd') toggleMode();
});

void showHardest(new URLSearchParams(location.search));
