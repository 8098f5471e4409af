import type { AnswerFormat } from '../../../talk/data/update/refresh-context.ts';
import { shapeFailure } from './bad-response.ts';
import { SourceError } from '../refresh/failure.ts';
import { challengeFailure } from './no-response.ts';

/** An answer's bytes and what its server says about them. */
export interface Body {
  bytes: Buffer;
  /** The content type's header; empty where there is none. */
  type: string;
  host: string;
}

const CHARSET = /charset="?([\w-]+)/i;
const BINARY = /^(?:image|audio|video|font)\/|^application\/(?:pdf|zip|gzip|x-tar)/i;
const TITLE = /<title[^>]*>([^<]*)</i;
const IS_HTML = /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)\b/i;
const CHALLENGE =
  /not a bot|anubis|just a moment|checking your browser|captcha|cf-challenge|access denied/i;
/** Where a challenge page betrays itself. */
const HEAD_LENGTH = 4000;

/** Reads an answer in its format; says so by name where it is a page for people instead. */
export async function decodeBody(body: Body, format: AnswerFormat): Promise<unknown> {
  const { host, type } = body;
  if (BINARY.test(type)) throw new SourceError(shapeFailure(host, `it is of the type ${type}`));
  const text = decodeText(body);
  refuseChallenge(text, host, format);
  try {
    return await readFormat(text, format);
  } catch (error) {
    const what = error instanceof Error ? firstLine(error.message) : String(error);
    throw new SourceError(shapeFailure(host, `it is no ${format.toUpperCase()} (${what})`), error);
  }
}

/** Finds the title of a page for people; null where the text is none. */
export function findPageTitle(text: string): string | null {
  const head = text.slice(0, HEAD_LENGTH);
  if (!IS_HTML.test(head)) return null;
  const title = (TITLE.exec(head)?.[1] ?? '').replace(/&#39;|&apos;/g, "'").replace(/&amp;/g, '&');
  // A stranger's words go to a terminal: nothing but printable characters.
  return title
    .replace(/[^\P{C}]+|\s+/gu, ' ')
    .trim()
    .slice(0, 80);
}

function decodeText({ bytes, type, host }: Body): string {
  const charset = CHARSET.exec(type)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch (error) {
    const what = `it is not written in ${charset.toUpperCase()}`;
    throw new SourceError(shapeFailure(host, what), error);
  }
}

function refuseChallenge(text: string, host: string, format: AnswerFormat): void {
  const title = findPageTitle(text);
  if (title === null) return;
  if (format === 'html' && !CHALLENGE.test(title)) return;
  throw new SourceError(challengeFailure(host, title));
}

async function readFormat(text: string, format: AnswerFormat): Promise<unknown> {
  switch (format) {
    case 'text':
      return text;
    case 'json':
      return JSON.parse(text) as unknown;
    case 'json-lines':
      return text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line) as unknown);
    case 'toml':
      return (await import('smol-toml')).parse(text);
    case 'html':
      return (await import('../html-tables.ts')).readPage(text);
    default:
      throw new Error(`there is no format "${String(format satisfies never)}"`);
  }
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').slice(0, 120).replace(/\.$/, '');
}
