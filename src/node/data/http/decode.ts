import type { AnswerFormat } from '../../../talk/data/update/refresh-context.ts';
import { shapeFailure } from './bad-response.ts';
import { SourceError } from '../refresh/failure.ts';
import { challengeFailure } from './no-response.ts';

/** The bytes of a response, and its headers about them. */
export interface Body {
  bytes: Buffer;
  /** The content type header; empty when it is missing. */
  type: string;
  host: string;
}

const CHARSET = /charset="?([\w-]+)/i;
const BINARY = /^(?:image|audio|video|font)\/|^application\/(?:pdf|zip|gzip|x-tar)/i;
const TITLE = /<title[^>]*>([^<]*)</i;
const IS_HTML = /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)\b/i;
const CHALLENGE =
  /not a bot|anubis|just a moment|checking your browser|captcha|cf-challenge|access denied/i;
/** Marks of a challenge page. */
const HEAD_LENGTH = 4000;

/** Decodes a response in its format; reports the title when it is a page for people instead. */
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

/** Finds the title of a page for people; null when the text is no page. */
export function findPageTitle(text: string): string | null {
  const head = text.slice(0, HEAD_LENGTH);
  if (!IS_HTML.test(head)) return null;
  const title = (TITLE.exec(head)?.[1] ?? '').replace(/&#39;|&apos;/g, "'").replace(/&amp;/g, '&');
  // Untrusted text is printed on a terminal, so only printable characters are kept.
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
