import type { IncomingMessage, ServerResponse } from 'node:http';
import { html, type Html } from '../../talk/model/html.ts';
import { addNew } from '../create/add-files.ts';
import { draftTalk } from '../create/talk.ts';
import type { Project } from '../project/project.ts';
import { renderScript } from './document.ts';

const PATH = '/@rostrum/first-talk';
const FILE = 'slides/talks/my-talk.md';
const CREATED = 201;
const CONFLICT = 409;
const FAILED = 500;

/** Asks for the talk; the page shows it by itself, as after any save. */
export const FIRST_TALK_SCRIPT = `addEventListener('click', async (event) => {
const button = event.target.closest('.index-begin');
if (!button) return;
button.disabled = true;
const state = button.parentElement.querySelector('[role=status]');
try {
const answer = await fetch('.${PATH}', { method: 'POST' });
if (!answer.ok) throw new Error(await answer.text());
} catch (error) {
state.textContent = error.message;
button.disabled = false;
}
});`;

/** Renders the button that writes a first talk, and what it does. */
export function renderFirstTalk(): Html {
  return html`<p class="index-links"><button type="button" class="index-present index-begin">Begin a talk</button> <span role="status"></span></p>
${renderScript(FIRST_TALK_SCRIPT)}`;
}

/** Answers the button of an empty project: writes a first talk. The door has refused pages of other origins by then. */
export function answerFirstTalk(project: Project) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    if (request.method !== 'POST' || request.url !== PATH) return next();
    const { status, text } = begin(project);
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text);
  };
}

function begin({ root, talkNames, today }: Project): { status: number; text: string } {
  if (talkNames.length > 0) return { status: CONFLICT, text: 'There is a talk already.' };
  const head = { title: 'My talk', speaker: '', event: '', date: today() };
  try {
    addNew(root, new Map([[FILE, draftTalk(head)]]));
    return { status: CREATED, text: FILE };
  } catch (error) {
    return { status: FAILED, text: error instanceof Error ? error.message : String(error) };
  }
}
