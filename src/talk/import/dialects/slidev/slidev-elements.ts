import { escapeHtml } from '../../../html/html.ts';
import { writeTag } from '../../../html/tags.ts';
import { isPicture } from '../../../text/path.ts';
import type { DeckSlide } from '../../deck.ts';
import { attributeOf, insideOf, listTags, type DeckTag } from '../../deck-tags.ts';
import { drawArrow } from './slidev-arrow.ts';
import { findBrand } from '../../translate/brand-icons.ts';
import { scaleAttributes } from './slidev-pixels.ts';
import { dropElement, replaceElement, textInside, unwrap } from './element-edits.ts';
import { isComponent, isIcon } from './element-names.ts';
import { isClickElement, takeClicks } from './slidev-steps.ts';
import { addClass, openGroups, splitUtilities, withoutScale } from './utility-attributes.ts';

/** Replaces the components and the attributes of Vue in a slide; returns the classes that its elements have. */
export function takeElements(slide: DeckSlide): Set<string> {
  const classes = new Set<string>();
  let drawingEnd = 0;
  for (const tag of listTags(slide)) {
    if (tag.kind === 'close') continue;
    // Within a drawing, lengths count in its own units.
    const isInDrawing = tag.start < drawingEnd;
    if (/^svg$/i.test(tag.name)) drawingEnd = Math.max(drawingEnd, tag.partner?.start ?? 0);
    const name = tag.name.toLowerCase();
    if (isClickElement(name)) takeClicks(tag, slide);
    else if (name === 'template') takeSlot(tag, slide);
    else if (Object.hasOwn(COMPONENTS, name)) COMPONENTS[name]?.(tag, slide);
    else if (name === 'script') dropElement(tag, slide, 'Slides run no scripts.');
    else if (findBrand(tag.name) !== null) takeIcon(tag, slide);
    else if (isIcon(tag.name)) dropElement(tag, slide, 'This set of icons is not at hand.');
    else if (isComponent(tag.name)) takeUnknown(tag, slide);
    else takeAttributes(tag, slide, { classes, isInDrawing });
  }
  return classes;
}

type Take = (tag: DeckTag, slide: DeckSlide) => void;

/** The components that Slidev brings along. */
const COMPONENTS: Readonly<Record<string, Take>> = {
  youtube: (tag, slide) => {
    const id = attributeOf(tag, 'id') ?? '';
    replaceElement(
      tag,
      slide,
      `[Film on YouTube](https://www.youtube.com/watch?v=${encodeURIComponent(id)})`,
    );
  },
  tweet: (tag, slide) => {
    const id = attributeOf(tag, 'id') ?? '';
    replaceElement(tag, slide, `[Post on X](https://x.com/i/status/${encodeURIComponent(id)})`);
  },
  link: (tag, slide) => {
    const to = attributeOf(tag, 'to') ?? '';
    const words = attributeOf(tag, 'title') ?? textInside(tag, slide);
    replaceElement(
      tag,
      slide,
      `[${words || to}](#${/^\d+$/.test(to) ? `/${to}` : to})`,
      'translated',
    );
  },
  arrow: (tag, slide) => replaceElement(tag, slide, drawArrow(tag)),
  slidevvideo: (tag, slide) => takeVideo(tag, slide),
  // All titles are known when all slides are read.
  toc: () => undefined,
  qrcode: (tag, slide) => {
    const url = attributeOf(tag, 'url') ?? attributeOf(tag, 'value') ?? '';
    if (url === '') takeUnknown(tag, slide);
    else replaceElement(tag, slide, `![${url}](<qr:${url}>)`);
  },
  transform: (tag, slide) => unwrap(tag, slide, 'Text takes the size that fits its slide.'),
  autofittext: (tag, slide) => unwrap(tag, slide, 'Text takes the size that fits its slide.'),
  vdrag: (tag, slide) => unwrap(tag, slide, 'Elements stand where the layout puts them.'),
  'v-drag': (tag, slide) => unwrap(tag, slide, 'Elements stand where the layout puts them.'),
  renderwhen: (tag, slide) => unwrap(tag, slide, 'Its content is shown everywhere.'),
  lightordark: (tag, slide) => unwrap(tag, slide, 'The part for light pages is shown in both.'),
  slidecurrentno: (tag, slide) => dropElement(tag, slide, 'The number stands at the foot.'),
  slidestotal: (tag, slide) => dropElement(tag, slide, 'The number stands at the foot.'),
  poweredbyslidev: (tag, slide) => dropElement(tag, slide, 'This is no deck of Slidev any more.'),
};

/** Writes the icon of a brand, which has the colour of its text here. */
function takeIcon(tag: DeckTag, slide: DeckSlide): void {
  const icon = findBrand(tag.name) ?? '';
  // Within HTML, short names are text, so the brand is named in words.
  const [, name = ''] = /^:simple-icons-(.+):$/.exec(icon) ?? [];
  if (tag.isBlock) return replaceElement(tag, slide, `<small>${name}</small>`, 'approximated');
  replaceElement(
    tag,
    slide,
    icon,
    tag.name.startsWith('simple-icons') ? 'translated' : 'approximated',
  );
}

/** Writes a slot of a layout as the mark of the second column; the dark half of two is left out. */
function takeSlot(tag: DeckTag, slide: DeckSlide): void {
  const { name } = tag.attributes.find((each) => /^(?:v-slot:|#)/.test(each.name)) ?? { name: '' };
  const slot = name.replace(/^(?:v-slot:|#)/, '');
  if (slot === 'dark' && tag.partner) {
    return slide.replace({ start: tag.start, end: tag.partner.end }, '', [
      'approximated',
      'the part for light pages',
    ]);
  }
  const mark = slot === 'right' ? '::right::' : '';
  if (slot === 'right') slide.replace(tag, mark, ['translated', mark]);
  else slide.replace(tag, '');
  if (tag.partner) slide.replace(tag.partner, '');
}

function takeVideo(tag: DeckTag, slide: DeckSlide): void {
  const inside = insideOf(tag);
  const source = /\bsrc="([^"]+)"/.exec(slide.edits.text.slice(tag.start, inside.end))?.[1] ?? '';
  if (source === '') dropElement(tag, slide, 'It names no film.');
  else replaceElement(tag, slide, `![](${source})`, 'translated');
}

/** Shows the content of a component that cannot be drawn, or its name when it is empty. */
function takeUnknown(tag: DeckTag, slide: DeckSlide): void {
  const words = textInside(tag, slide);
  const reason = 'A component of Vue has no equal here; a block or HTML can take its place.';
  if (words !== '') return unwrap(tag, slide, reason, 'manual');
  const picture = tag.attributes.find(({ name, value }) => SOURCE.test(name) && isPicture(value));
  if (picture) return takePicture(tag, picture.value, slide);
  const box = `<div class="left-out">${escapeHtml(tag.name)}</div>`;
  replaceElement(tag, slide, tag.isBlock ? box : box.replaceAll('div', 'span'), 'manual', reason);
}

/** Shows the picture that a component names, which stays a step where it is one. */
function takePicture(tag: DeckTag, source: string, slide: DeckSlide): void {
  const kept = tag.attributes.filter(({ name }) => /^(?:alt|style|class|width|height)$/.test(name));
  const own = scaleAttributes('img', [{ name: 'src', value: source }, ...kept]);
  const isStep = tag.attributes.some(({ name }) => /^v-(?:click|after)(?:\.|$)/.test(name));
  const written = writeTag('img', isStep ? addClass(own, 'fragment') : own);
  replaceElement(
    tag,
    slide,
    written,
    'approximated',
    'its picture, without the component around it',
  );
}

/** Takes the attributes of Vue off an element of HTML; one that appears by a click becomes a step. */
function takeAttributes(
  tag: DeckTag,
  slide: DeckSlide,
  { classes, isInDrawing }: { classes: Set<string>; isInDrawing: boolean },
): void {
  const { others, names } = splitUtilities(tag.attributes.filter(({ name }) => !VUE.test(name)));
  const sized = isInDrawing ? others : scaleAttributes(tag.name, others);
  const grouped = sized.map((each) =>
    each.name === 'class' ? { ...each, value: openGroups(each.value) } : each,
  );
  const opened = holdsDiagram(tag, slide) ? withoutScale(grouped) : grouped;
  if (opened.some(({ value }, at) => value !== grouped[at]?.value))
    slide.note(tag, 'approximated', 'Diagrams take the size that fits their slide.');
  const isOpened = opened.some(({ value }, at) => value !== others[at]?.value);
  const own = names.length === 0 ? opened : addClass(opened, names.join(' '));
  for (const { value } of own.filter(({ name }) => name === 'class'))
    for (const name of value.split(/\s+/).filter(Boolean)) classes.add(name);
  if (names.length === 0 && !isOpened && own.length === tag.attributes.length) return;
  const vue = tag.attributes.filter(({ name }) => VUE.test(name));
  const isStep = vue.some(({ name }) => /^v-(?:click|after)(?:\.|$)/.test(name));
  const written = writeTag(tag.name, isStep ? addClass(own, 'fragment') : own);
  slide.replace(
    tag,
    tag.isAlone && !/^(?:img|br|hr|input)$/i.test(tag.name) ? `${written}</${tag.name}>` : written,
  );
  const lost = vue.map(({ name }) => name).filter((name) => !/^v-(?:click|after)$/.test(name));
  if (isStep) slide.note(tag, 'translated', 'class="fragment"');
  if (lost.length > 0) slide.note(tag, 'dropped', `${lost.join(', ')}: attributes of Vue.`);
}

/** Checks whether an element holds a diagram, which its author may have made smaller so that it fits. */
function holdsDiagram(tag: DeckTag, { edits }: DeckSlide): boolean {
  const { start, end } = insideOf(tag);
  return /^[ \t]*(?:```|~~~)[ \t]*mermaid\b/m.test(edits.text.slice(start, end));
}

const SOURCE = /^(?:src|source|image|img|url|path)$/i;
const VUE = /^(?:v-[\w.:-]+|[@:#][\w.:-]*|v)$/;
