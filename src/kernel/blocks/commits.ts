import {
  chooseRows,
  defineBlock,
  html,
  ROW_KEYS,
  textAt,
  unknownRow,
  useRows,
  v,
  type BlockContext,
  type Html,
  type Row,
  type RowSpec,
} from 'rostrum';
import { stylePath } from './block-style.ts';

/** Commit cards as the author wrote them. */
export interface CommitsSpec extends RowSpec {
  /** Ids of the commits in display order; any unique prefix is enough. */
  ids?: string[];
}

interface Commit {
  id: string;
  /** Prefix of the title, as in "x86/rust: support MITIGATION_SLS". */
  prefix: string;
  title: string;
  /** http(s) only; null for none. */
  url: string | null;
}

const SCHEMA = v.strictObject({ ...ROW_KEYS, ids: v.optional(v.array(v.string())) });

/** Number of characters of a commit id that the kernel cites. */
const ID_LENGTH = 12;
const PREFIX = /^((?:[\w./,{}-]+: )+)(.*)$/;
const HTTP = /^https?:\/\//i;

/** Commits as cards: id, subsystem and title, linked. */
export default defineBlock<CommitsSpec>({
  name: 'commits',
  about: 'Commits as cards: id, subsystem and title, linked.',
  schema: SCHEMA,
  items: { size: 26, leading: 1.3, padding: 33.5, indent: 190 },
  live: import.meta.url,
  style: stylePath(import.meta.url),
  compile(spec, context) {
    const chosen = chooseRows(spec, context, 'commits');
    const rows = chosen && pickRows(spec, chosen.rows, context);
    if (!chosen || !rows) return null;
    const list = rows.map(toCommit);
    return {
      html: renderCommits(list, context.id).markup,
      steps: 0,
      text: list.map(writeCommit).join('\n'),
      uses: useRows(chosen.data, rows),
    };
  },
});

function pickRows({ ids, data }: CommitsSpec, rows: Row[], context: BlockContext): Row[] | null {
  if (!ids) return rows;
  const known = rows.map(idOf);
  const picked = ids.map((id) => rows.filter((row) => id !== '' && idOf(row).startsWith(id)));
  const isGood = picked.map((found, index) => {
    if (found.length === 1) return true;
    const id = ids[index] ?? '';
    context.report(unknownRow(id, data, known, context.spanOf(['ids', index])));
    return false;
  });
  return isGood.every(Boolean) ? picked.flat() : null;
}

function idOf(row: Row): string {
  return textAt(row, 'id') ?? textAt(row, 'hash') ?? '';
}

function toCommit(row: Row): Commit {
  const subject = textAt(row, 'subject') ?? textAt(row, 'title') ?? '';
  const [, prefix = '', title = subject] = PREFIX.exec(subject) ?? [];
  const url = textAt(row, 'url');
  return {
    id: idOf(row).slice(0, ID_LENGTH),
    prefix: prefix.trim(),
    title,
    url: url !== null && HTTP.test(url) ? url : null,
  };
}

function renderCommits(list: readonly Commit[], id: string): Html {
  const items = list.map((commit) => {
    const name = html`<code>${commit.id}</code>`;
    return html`<li class="commit">
      <span class="commit-id">${commit.url === null ? name : html`<a href="${commit.url}">${name}</a>`}</span>
      <span class="commit-subject"
        >${commit.prefix !== '' && html`<span class="commit-prefix">${commit.prefix}</span> `}${commit.title}</span
      >
    </li>`;
  });
  return html`<div class="block block-commits" data-block="${id}"><ul>${items}</ul></div>`;
}

function writeCommit({ id, prefix, title, url }: Commit): string {
  const name = url === null ? `\`${id}\`` : `[\`${id}\`](${url})`;
  return `- ${name} ${prefix} ${title}`.replace(/ {2,}/g, ' ');
}
