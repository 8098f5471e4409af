import { scanLines } from '../scan-lines.ts';
import type { DeckSlide } from '../deck.ts';

/** Takes containers that talks do not have: those of notices become quotations, others give up their frame. */
export function takeContainers(slide: DeckSlide): void {
  const open: boolean[] = [];
  for (const line of scanLines(slide.edits.text)) {
    if (line.isInside) continue;
    const [, name, title = ''] = OPENING.exec(line.text) ?? [];
    const stretch = { start: line.start, end: line.start + line.text.length };
    if (name !== undefined) {
      const isOwn = OWN.has(name);
      open.push(isOwn);
      if (isOwn) continue;
      const plain = title.replaceAll(/[\w:-]+=(?:"[^"]*"|'[^']*'|\S+)/g, '');
      const words = plain.replaceAll(/[{}]/g, '').trim() || (NOTICE.test(name) ? name : '');
      slide.replace(stretch, words === '' ? '' : `**${words}**\n`, [
        'approximated',
        'its content, without a frame',
      ]);
    } else if (/^ {0,3}:{3,}[ \t]*$/.test(line.text) && open.pop() === false)
      slide.edits.remove(stretch);
  }
}

const OPENING = /^ {0,3}:{3,}[ \t]*([A-Za-z][\w-]*)[ \t]*((?:(?!:::).)*)$/;
const OWN = new Set(['columns', 'column', 'browser', 'terminal', 'versions', 'notes']);
const NOTICE = /^(?:note|tip|info|warning|danger|caution|important|details|success)$/i;
