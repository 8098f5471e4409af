import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { decodeBody } from '../../src/node/data/http/decode.ts';
import type { AnswerFormat } from '../../src/talk/data/update/request.ts';
import { serve, type Served } from './faults.ts';

const FOLDER = path.resolve('test/fixtures/answers');

/** What sources answer, by host and path, as recorded or in the recorded form. */
const ANSWERS: Record<string, { file: string; type: string }> = {
  'www.kernel.org/releases.json': { file: 'kernel-releases.json', type: 'application/json' },
  'www.kernel.org/pub/tools/llvm/rust/': { file: 'llvm-rust.html', type: 'text/html' },
  'endoflife.date/api/v1/products/linux': {
    file: 'endoflife-linux.json',
    type: 'application/json',
  },
  'endoflife.date/api/v1/products/rust': { file: 'endoflife-rust.json', type: 'application/json' },
  'raw.githubusercontent.com/torvalds/linux/v7.2/scripts/min-tool-version.sh': {
    file: 'min-tool-version.sh',
    type: 'text/plain; charset=utf-8',
  },
  'raw.githubusercontent.com/torvalds/linux/v7.2/Documentation/process/changes.rst': {
    file: 'changes.rst',
    type: 'text/plain; charset=utf-8',
  },
  'raw.githubusercontent.com/torvalds/linux/master/MAINTAINERS': {
    file: 'MAINTAINERS',
    type: 'text/plain; charset=utf-8',
  },
  'static.rust-lang.org/dist/channel-rust-stable.toml': {
    file: 'channel-rust-stable.toml',
    type: 'application/octet-stream',
  },
  'static.rust-lang.org/dist/channel-rust-beta.toml': {
    file: 'channel-rust-beta.toml',
    type: 'application/octet-stream',
  },
  'static.rust-lang.org/dist/channel-rust-nightly.toml': {
    file: 'channel-rust-nightly.toml',
    type: 'application/octet-stream',
  },
  'subspace.kernel.org/vger.kernel.org.html': { file: 'subspace.html', type: 'text/html' },
  'rust-for-linux.zulipchat.com/api/v1/analytics/chart_data?chart_name=number_of_humans': {
    file: 'zulip-humans.json',
    type: 'application/json',
  },
  'rust-for-linux.zulipchat.com/api/v1/analytics/chart_data?chart_name=messages_sent_over_time': {
    file: 'zulip-messages.json',
    type: 'application/json',
  },
  'api.ftp-master.debian.org/madison?package=rustc&f=json': {
    file: 'debian-madison.json',
    type: 'application/json',
  },
  'archlinux.org/packages/extra/x86_64/rust/json/': {
    file: 'arch-rust.json',
    type: 'application/json',
  },
  'mdapi.fedoraproject.org/rawhide/pkg/rust': {
    file: 'fedora-rust.json',
    type: 'application/json',
  },
  'repology.org/api/v1/project/rust': { file: 'repology-rust.json', type: 'application/json' },
  'lpc.events/export/event/18.json?detail=contributions': {
    file: 'indico-contributions.json',
    type: 'application/json',
  },
  'lpc.events/export/timetable/18.json': {
    file: 'indico-timetable.json',
    type: 'application/json',
  },
  'index.crates.io/bi/nd/bindgen': { file: 'bindgen.jsonl', type: 'text/plain' },
};

/** Paths of all answers: the host first. */
export const ANSWER_PATHS: readonly string[] = Object.keys(ANSWERS);

/** Returns the answer that is recorded for a path. */
export function findAnswer(pathname: string): { text: string; type: string } | null {
  const answer = ANSWERS[pathname];
  return answer ? { text: readAnswer(answer.file), type: answer.type } : null;
}

const HOSTS = [...new Set(Object.keys(ANSWERS).map((name) => name.split('/')[0] ?? ''))];

/** Reads a recorded answer. */
export function readAnswer(file: string): string {
  return readFileSync(path.join(FOLDER, file), 'utf8');
}

/** Answers for all sources at once, each under a path that begins with its host; knows ETags. */
export function serveSources(key?: { user: string; key: string }): Promise<Served> {
  return serve((request, response) => {
    const answer = ANSWERS[request.url?.slice(1) ?? ''];
    const isZulip = request.url?.startsWith('/rust-for-linux.zulipchat.com') ?? false;
    const pair = Buffer.from(`${key?.user}:${key?.key}`).toString('base64');
    if (!answer) return send(response, 404, '<html>nothing here</html>', 'text/html');
    if (isZulip && key && request.headers.authorization !== `Basic ${pair}`) {
      return send(response, 401, '{"result":"error"}', 'application/json');
    }
    const etag = `"${answer.file}"`;
    if (request.headers['if-none-match'] === etag) return send(response, 304, '', answer.type);
    response.setHeader('etag', etag);
    send(response, 200, readAnswer(answer.file), answer.type);
  });
}

/** The pairs for `--mirror` that lead to a server of all sources. */
export function mirrorPairs({ url }: Pick<Served, 'url'>): string[] {
  return HOSTS.map((host) => `https://${host}=${url}/${host}`);
}

function send(response: ServerResponse, status: number, text: string, type: string): void {
  response.writeHead(status, { 'content-type': type }).end(text);
}

/** Decodes the answer of a source as the data refresh does. */
export async function decodeAnswer(file: string, format: AnswerFormat): Promise<unknown> {
  const bytes = Buffer.from(readAnswer(file));
  return decodeBody({ bytes, type: '', host: 'source.example' }, { format });
}
