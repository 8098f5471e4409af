/** A file of a fixture. */
export interface FixtureFile {
  /** Its path in the fixture. */
  path: string;
  text: string;
}

/** What the pages of problems are made of. */
export interface ProblemSources {
  problems: string;
  fixtureOf(code: string): readonly FixtureFile[];
}

const SECTION = /^### ([a-z-]+)\n+([^]*?)(?=^#{2,3} |$(?![^]))/gm;
const EXPECTED = 'expected.txt';
const MAX_LINES = 40;
const SHOWN = /\.(?:md|json|css|ts|svg|txt|toml)$/;

/** Returns a page for each code of problem: what it means, a project that has it, and what is printed. */
export function problemPages({ problems, fixtureOf }: ProblemSources): Record<string, string> {
  const pages = [...problems.matchAll(SECTION)].map(([, code = '', text = '']) => {
    const files = fixtureOf(code);
    const printed = files.find(({ path }) => path === EXPECTED)?.text;
    const sources = files.filter(
      ({ path, text: own }) =>
        path !== EXPECTED && SHOWN.test(path) && own.split('\n').length <= MAX_LINES,
    );
    const page = [
      `# ${code}`,
      '',
      text.trim().replaceAll(/\]\((?=[a-z-]+\.md)/g, '](../'),
      '',
      ...(sources.length > 0 ? ['## Wrong', '', ...sources.flatMap(showFile)] : []),
      ...(printed === undefined ? [] : ['## What is printed', '', ...fence('text', printed), '']),
      'The last line of each message says what to write instead.',
      '',
    ];
    return [`problems/${code}.md`, page.join('\n')];
  });
  return Object.fromEntries(pages) as Record<string, string>;
}

function showFile({ path, text }: FixtureFile): string[] {
  return [`\`${path}\``, '', ...fence(path.split('.').at(-1) ?? '', text), ''];
}

/** Returns a fence that is longer than those in the text. */
function fence(language: string, text: string): string[] {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([marks]) => marks.length));
  const marks = '`'.repeat(longest + 1);
  return [`${marks}${language}`, text.trimEnd(), marks];
}
