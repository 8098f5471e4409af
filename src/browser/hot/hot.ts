import type { RevealApi } from 'reveal.js';
import type { ViteHotContext } from 'vite/types/hot.js';
import {
  HELLO_EVENT,
  TALK_EVENT,
  type Hello,
  type PageData,
  type TalkUpdate,
} from '../../talk/model/wire.ts';
import { store } from '../page/data.ts';
import { fetchDay, readOtherDay } from '../page/day.ts';
import { syncDeck } from '../deck/deck.ts';
import { defineElements } from '../elements/define.ts';
import { LIVE_EVENT, FREEZE_EVENT, type LiveNews } from '../../talk/model/live-shape.ts';
import { FROZEN_EVENT, getLive } from '../live-control.ts';
import { choosePlace, type LostPlace, type Place } from './hot-place.ts';
import { markMoved, orderSlides, type NewOrder } from './hot-order.ts';
import { planInPlace, planUpdate, type HotPlan } from './hot-plan.ts';
import { changeSlides } from './hot-section.ts';
import { endPassage } from '../deck/near.ts';
import { CHANGED_EVENT, changeDuration, findSlides } from '../page/page.ts';
import { settleSpine, settleSpines, syncShownSpine } from '../page/spine.ts';
import { isScrollView } from '../deck/deck-view.ts';

const lostPlaces = new WeakMap<RevealApi, LostPlace | null>();

/** Options of hot updates; without a deck the page is the print view. */
export interface HotOptions {
  deck: RevealApi | null;
  page: PageData;
}

/** Updates the page when the talk's files change. */
export function startHotUpdates(hot: ViteHotContext, { deck, page }: HotOptions): void {
  hot.on(LIVE_EVENT, ({ dataset, failure }: LiveNews) => getLive()?.setHealth(dataset, failure));
  document.addEventListener(FROZEN_EVENT, () => {
    hot.send(FREEZE_EVENT, getLive()?.isFrozen ?? false);
  });
  hot.on(TALK_EVENT, (update: TalkUpdate) => {
    if (update.talk !== page.talk) return;
    if (update.room) page.room = update.room;
    // Only the deck has a place to keep.
    if (!deck || isScrollView(deck)) location.reload();
    else if (readOtherDay() === null) applyUpdate(deck, update, page);
    else void refreshOtherDay(deck, page);
  });
  deck?.on('slidechanged', (event) => {
    settleSpine((event as unknown as { currentSlide: HTMLElement }).currentSlide);
  });
  deck?.on('overviewshown', settleSpines);
  addEventListener('beforeprint', settleSpines);
  const hello: Hello = { talk: page.talk, state: page.state ?? 0 };
  hot.send(HELLO_EVENT, hello);
}

/** When the page shows another day, the update is computed again for that day. */
async function refreshOtherDay(deck: RevealApi, page: PageData): Promise<void> {
  const { update } = await fetchDay({ talk: page.talk, to: readOtherDay() });
  if (update) applyUpdate(deck, update, page);
}

/** Applies an update to the page and keeps its place: slide, step and overview. */
export function applyUpdate(deck: RevealApi, update: TalkUpdate, page: PageData): void {
  const isOther = hasOtherPolicy(update) || hasFirstFormula(update) || update.hasOtherLook;
  if (isOther || !takeTime(page, update)) return location.reload();
  for (const view of Object.values(update.datasets)) store.set(view);
  if (document.title !== update.title) document.title = update.title;
  if (update.duration !== undefined) changeDuration(document, update.duration);
  const { order, sections } = update;
  const slides = new Map(listChanged(update).map((slide) => [slide.id, slide]));
  const current = deck.getCurrentSlide()?.id ?? null;
  const step = deck.getIndices().f;
  const plan = order
    ? planUpdate([...slides.keys()], current, { ...update, order })
    : planInPlace(sections, current);
  const isOverview = deck.isOverview();
  // The overview adds listeners to the slides that exist when it opens.
  if (isOverview && !plan.isOrderKept) deck.toggleOverview(false);
  endPassage(deck);

  const here = { id: current, step };
  const { place, lost } = choosePlace(plan, order ?? [], here, lostPlaces.get(deck) ?? null);
  lostPlaces.set(deck, lost);
  const { filled, isOutlineKept } = changeSlides(slides, plan, update);
  numberSlides(update.numbers ?? {});
  const moved = arrangeSlides(deck, plan, { slides, order: order ?? [], current: place.id });
  if (!isOutlineKept) syncShownSpine(document);
  for (const slide of filled) syncSlide(deck, slide);
  const isMoved = !plan.isOrderKept || place.id !== current;
  if (isMoved) goTo(deck, place);
  else if (filled.some(({ id }) => id === current)) keepStep(deck, step);
  endPassage(deck);
  if (isOverview && !deck.isOverview()) deck.toggleOverview(true);
  // With unchanged other slides, a long talk costs no more than a short one.
  const changed = moved && !isOverview ? [...moved, ...filled] : null;
  if (changed && !plan.isOrderKept) deck.dispatchEvent({ type: 'sync', data: { slides: changed } });
  else syncDeck(deck, changed ?? undefined);
  // The speaker's window reads the notes again when the deck reports a change.
  deck.dispatchEvent({ type: 'resumed' });
  deck.dispatchEvent({ type: CHANGED_EVENT });
  for (const root of changed ?? [document]) void defineElements(root);
  getLive()?.resume(update.live);
}

/** Reports whether slides need another content security policy, which requires a reload. */
function hasOtherPolicy({ policy }: TalkUpdate): boolean {
  const meta = document.querySelector<HTMLMetaElement>(
    'meta[http-equiv="Content-Security-Policy"]',
  );
  return policy !== undefined && meta?.content !== policy;
}

/** Reports whether slides have the first formula of the page, whose faces come with the page. */
function hasFirstFormula({ sections }: TalkUpdate): boolean {
  const hasFaces = [...document.fonts].some(({ family }) => family.includes('KaTeX'));
  return !hasFaces && Object.values(sections).some(({ html }) => html.includes('class="katex'));
}

/** Brings what shows earlier days up to date; false when that begins or ends, which requires a reload. */
function takeTime({ time }: PageData, update: TalkUpdate): boolean {
  if (time && update.time) {
    Object.assign(time, update.time);
    store.asOf = update.asOf;
  }
  return Boolean(time) === Boolean(update.time);
}

function numberSlides(numbers: Record<string, string>): void {
  for (const [id, number] of Object.entries(numbers)) {
    const place = document.getElementById(id)?.querySelector(':scope > .slide-foot .folio-number');
    if (place) place.textContent = number;
  }
}

/** Brings slides into a new order; returns those that changed by that, null where they may be all. */
function arrangeSlides(
  deck: RevealApi,
  { added, isOrderKept }: HotPlan,
  next: NewOrder,
): HTMLElement[] | null {
  if (isOrderKept) return [];
  orderSlides(deck, next);
  const moved = markMoved(deck, new Set(added), next);
  if (!moved) deck.sync();
  return moved;
}

function syncSlide(deck: RevealApi, slide: HTMLElement): void {
  const { display } = slide.style;
  // A slide that was added has no element for its background, which reveal.js would look for.
  if (deck.getSlideBackground(slide)) deck.syncSlide(slide);
  else {
    deck.syncFragments(slide);
    deck.loadSlide(slide);
  }
  // reveal.js lays out only slides near the current one, which may be far away now.
  slide.style.display = display;
  if (slide.classList.contains('past')) {
    for (const fragment of slide.querySelectorAll('.fragment')) fragment.classList.add('visible');
  }
}

/** Finds the slides that an update may change: without an order, only those it names. */
function listChanged({ order, sections }: TalkUpdate): HTMLElement[] {
  const ids = Object.keys(sections);
  const named = ids.flatMap((id) => document.getElementById(id) ?? []);
  const slides = named.filter((element) => element.matches('.slides > section.slide'));
  // An author's element may have the id of a slide.
  return order || slides.length < ids.length ? findSlides(document) : slides;
}

function goTo(deck: RevealApi, { id, step }: Place): void {
  const slide = id === null ? null : document.getElementById(id);
  if (slide) deck.slide(deck.getIndices(slide).h, 0, step);
}

/** Restores the step of the current slide. The address is already right, and writing it is slow. */
function keepStep(deck: RevealApi, step = -1): void {
  const config = deck.getConfig();
  const { fragmentInURL = true } = config;
  config.fragmentInURL = false;
  deck.navigateFragment(step);
  config.fragmentInURL = fragmentInURL;
  if ((deck.getIndices().f ?? -1) !== step) deck.navigateFragment(step);
}
