import type { ForgeAddress } from '../model/code/code.ts';

/** The lines that a link leads to; `before` is the older commit of a comparison. */
export interface LinkTarget {
  commit: string;
  before: string | null;
  revision: string;
  path: string;
  /** Null for the whole file. */
  lines: { first: number; last: number } | null;
}

type Forge = (web: string, target: LinkTarget & { file: string }) => string;

const SSH = /^(?:ssh:\/\/)?(?:[^@/\s]+@)?([\w.-]+)(?::\d+)?[:/](?!\/)(.+)$/;
const WEB = /^https?:$/;
const PLACEHOLDER = /\{(commit|revision|path|first|last)\}/g;

const github: Forge = (web, { commit, before, file, lines }) =>
  before === null
    ? `${web}/blob/${commit}/${file}${lines ? `#L${lines.first}-L${lines.last}` : ''}`
    : `${web}/compare/${before}...${commit}`;

const gitlab: Forge = (web, { commit, before, file, lines }) =>
  before === null
    ? `${web}/-/blob/${commit}/${file}${lines ? `#L${lines.first}-${lines.last}` : ''}`
    : `${web}/-/compare/${before}...${commit}`;

const forgejo: Forge = (web, { commit, before, file, lines }) =>
  before === null
    ? `${web}/src/commit/${commit}/${file}${lines ? `#L${lines.first}-L${lines.last}` : ''}`
    : `${web}/compare/${before}...${commit}`;

const cgit: Forge = (web, { commit, before, file, lines }) =>
  before === null
    ? `${web}/tree/${file}?id=${commit}${lines ? `#n${lines.first}` : ''}`
    : `${web}/diff/${file}?id=${commit}&id2=${before}`;

const sourcehut: Forge = (web, { commit, file, lines }) =>
  `${web}/tree/${commit}/item/${file}${lines ? `#L${lines.first}-${lines.last}` : ''}`;

const gitiles: Forge = (web, { commit, before, file, lines }) =>
  before === null
    ? `${web}/+/${commit}/${file}${lines ? `#${lines.first}` : ''}`
    : `${web}/+/${before}..${commit}/${file}`;

/** Forges by the name of their host. */
const FORGES: readonly (readonly [RegExp, Forge])[] = [
  [/^github\.com$/, github],
  [/^(?:gitlab\.|salsa\.debian\.org$|invent\.kde\.org$)/, gitlab],
  [/^(?:codeberg\.org$|forgejo\.|gitea\.)/, forgejo],
  [/^(?:git\.kernel\.org|git\.zx2c4\.com|cgit\..+)$/, cgit],
  [/^git\.sr\.ht$/, sourcehut],
  [/\.googlesource\.com$/, gitiles],
];

/** Returns the web page of a clone's remote, without credentials; null for a remote that is not on the web. */
export function toWebAddress(remote: string): string | null {
  const address = remote.trim();
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url && WEB.test(url.protocol)) return clean(`${url.protocol}//${url.host}`, url.pathname);
  if (url && url.protocol === 'git:') return clean(`https://${url.hostname}`, url.pathname);
  const [, host, path = ''] = SSH.exec(address) ?? [];
  const isHost = host !== undefined && host.includes('.') && !/^[./\\]/.test(address);
  return isHost ? clean(`https://${host}`, `/${path}`) : null;
}

/** Git's own servers show a repository at its full name. */
function clean(origin: string, path: string): string {
  const bare = path.replace(/\/+$/, '');
  const isCgit = FORGES.some(([host, forge]) => forge === cgit && host.test(new URL(origin).host));
  return `${origin}${isCgit ? bare : bare.replace(/\.git$/, '')}`;
}

/** Links to lines on a repository's forge; null where the forge is not known. */
export function linkToCode({ web, link }: ForgeAddress, target: LinkTarget): string | null {
  const file = target.path.split('/').map(encodeURIComponent).join('/');
  if (link !== null) return fillTemplate(link, { ...target, file });
  if (web === null || !URL.canParse(web)) return null;
  const { host } = new URL(web);
  const forge = FORGES.find(([pattern]) => pattern.test(host))?.[1];
  return forge ? forge(web, { ...target, file }) : null;
}

function fillTemplate(template: string, target: LinkTarget & { file: string }): string {
  const { commit, revision, file, lines } = target;
  const values: Record<string, string> = {
    commit,
    revision: encodeURIComponent(revision),
    path: file,
    first: String(lines?.first ?? 1),
    last: String(lines?.last ?? lines?.first ?? 1),
  };
  return template.replace(PLACEHOLDER, (_, name: string) => values[name] ?? '');
}
