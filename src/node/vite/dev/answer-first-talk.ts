import type { IncomingMessage, ServerResponse } from 'node:http';
import { addNew } from '../../create/add-files.ts';
import { draftTalk } from '../../create/new-talk.ts';
import type { Project } from '../../project/project.ts';
import { FIRST_TALK_PATH } from '../../pages/index/first-talk.ts';

const FILE = 'slides/talks/my-talk.md';
const CREATED = 201;
const CONFLICT = 409;
const FAILED = 500;

/** Answers the button of an empty project: writes a first talk. Requests of other origins were refused before. */
export function answerFirstTalk(project: Project) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    if (request.method !== 'POST' || request.url !== FIRST_TALK_PATH) return next();
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
