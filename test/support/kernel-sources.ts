import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readAnswer } from './answers.ts';
import type { Answerer } from './faults.ts';

const JSON_TYPE = 'application/json';
const PATCHES = '/patchwork.kernel.org/api/1.3/patches/';
const STATUSES = '/qa-reports.linaro.org/api/statuses/';
const PULLS = '/lore.kernel.org/rust-for-linux/?q=s%3A%22GIT%20PULL%22&x=A';

/** Answers of the sources of kernel talks, by host, path and what the query contains. */
const ANSWERS: [address: string, query: string, file: string, type: string][] = [
  [PATCHES, 'page=2', 'patchwork-2.json', JSON_TYPE],
  [PATCHES, 'project=netdevbpf', 'patchwork-1.json', JSON_TYPE],
  ['/dashboard.kernelci.org/api/tree/', 'origin=maestro', 'kernelci-trees.json', JSON_TYPE],
  ['/syzkaller.appspot.com/upstream/fixed', 'json=1', 'syzbot-fixed.json', JSON_TYPE],
  ['/syzkaller.appspot.com/upstream', 'json=1', 'syzbot-open.json', JSON_TYPE],
  [PULLS, '', 'lore-search.atom', 'application/atom+xml'],
  ['/cveawg.mitre.org/api/cve/CVE-2025-68260', '', 'cve-2025-68260.json', JSON_TYPE],
  ['/cveawg.mitre.org/api/cve/CVE-2024-26609', '', 'cve-2024-26609.json', JSON_TYPE],
  ['/qa-reports.linaro.org/api/builds/', 'version=v6.16', 'lkft-build-1.json', JSON_TYPE],
  ['/qa-reports.linaro.org/api/builds/', 'version=v6.17', 'lkft-build-2.json', JSON_TYPE],
  [STATUSES, 'cursor=', 'lkft-runs-2.json', JSON_TYPE],
  [STATUSES, 'test_run__build__version=v6.17', 'lkft-runs-1.json', JSON_TYPE],
  [STATUSES, 'test_run__build__version=v6.16', 'lkft-runs-2.json', JSON_TYPE],
];

const HOSTS = [...new Set(ANSWERS.map(([address]) => address.split('/')[1] ?? ''))];

/** Answers as the sources of kernel talks do, each below its host; a `fault` answers in place of what it names. */
export function answerKernelSources(fault?: { at: string; answer: Answerer }): Answerer {
  return (request, response) => {
    const url = request.url ?? '';
    if (fault && url.includes(fault.at)) return fault.answer(request, response);
    const found = ANSWERS.find(
      ([address, query]) =>
        (url === address || url.split('?')[0] === address) && url.includes(query),
    );
    if (!found) return void response.writeHead(404, { 'content-type': 'text/html' }).end('<p>no');
    const [, , file, type] = found;
    if (file === 'patchwork-1.json') {
      const next = `https:/${url}&page=2`;
      response.setHeader('link', `<${next}>; rel="next", <${next}>; rel="last"`);
    }
    response.writeHead(200, { 'content-type': type }).end(readAnswer(`kernel/${file}`));
  };
}

/** The pairs for `--mirror` that lead to a server of these sources. */
export function kernelMirrors(url: string): string[] {
  return HOSTS.map((host) => `https://${host}=${url}/${host}`);
}

/** A commit of a test's repository: its day, its files, and what is tagged there. */
export interface TestCommit {
  day: string;
  files: Record<string, string>;
  author?: string;
  tag?: string;
}

/** Makes a git repository of some commits; returns its folder. */
export function makeHistory(folder: string, commits: readonly TestCommit[]): string {
  mkdirSync(folder, { recursive: true });
  const git = (words: readonly string[], day = '2026-01-01', author = 'Ada'): void => {
    const time = `${day}T23:30:00-05:00`;
    const env = { GIT_AUTHOR_DATE: time, GIT_COMMITTER_DATE: time, GIT_CONFIG_NOSYSTEM: '1' };
    const who = ['-c', `user.name=${author}`, '-c', 'user.email=a@example.org'];
    execFileSync('git', ['-C', folder, ...who, ...words], {
      env: { PATH: process.env['PATH'], HOME: folder, ...env },
    });
  };
  git(['init', '--quiet', '--initial-branch=master']);
  for (const { day, files, author, tag } of commits) {
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    git(['add', '.']);
    git(['commit', '--quiet', '--allow-empty', '-m', `of ${day}`], day, author);
    if (tag) git(['tag', tag]);
  }
  return folder;
}

/** A tree with three releases, and a repository of CVEs of which one was rejected and came back. */
export function makeKernelClones(root: string): { LINUX_TREE: string; VULNS_TREE: string } {
  const rust = (text: string) => ({ 'rust/a.rs': text });
  const record = (number: string, text = '{}') => ({
    [`cve/published/2024/CVE-2024-${number}.json`]: text,
    [`cve/published/2024/CVE-2024-${number}.mbox`]: text,
  });
  return {
    LINUX_TREE: makeHistory(path.join(root, 'linux'), [
      { day: '2024-12-30', files: rust('0'), tag: 'v6.15' },
      // Half past eleven in the west is the next day in UTC: this one belongs to February.
      { day: '2025-01-31', files: rust('1'), author: 'Grace' },
      { day: '2025-02-10', files: { 'fs/x.c': '' } },
      { day: '2025-02-14', files: rust('2'), tag: 'v6.16' },
      { day: '2025-04-02', files: rust('3'), author: 'Grace' },
      { day: '2026-11-02', files: rust('4'), tag: 'v6.17' },
    ]),
    VULNS_TREE: makeHistory(path.join(root, 'vulns'), [
      { day: '2024-02-20', files: { ...record('26581'), ...record('26582') } },
      { day: '2024-02-25', files: { ...record('26581', '{ }'), 'cve/reserved/2024/x': '' } },
      { day: '2024-04-01', files: record('26583') },
      { day: '2026-11-20', files: record('26584') },
    ]),
  };
}
