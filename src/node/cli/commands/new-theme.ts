import { readFileSync } from 'node:fs';
import path from 'node:path';
import { THEMES } from '../../../talk/model/slide/themes.ts';
import { toSlug } from '../../../talk/text/slug.ts';
import { addNew } from '../../create/add-files.ts';
import { draftTheme, toVariable } from '../../create/draft-theme.ts';
import { nameTheme } from '../../create/name-theme.ts';
import { UsageError } from '../../errors.ts';
import { writeWhole } from '../../write-whole.ts';
import { defineCommand, type Command } from '../command.ts';
import type { CommandTools } from '../command-tools.ts';
import { findConfigFile } from '../config/vite-config.ts';

/** Names of themes begin with a letter, as those of variables do. */
const NAME = /^[a-z][a-z0-9-]*$/;
const NEW_CONFIG = `import { rostrum } from 'rostrum';

export default { plugins: [rostrum()] };
`;

/** Words of the language, which are no names of variables. */
const RESERVED =
  /^(?:break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|export|extends|false|finally|for|function|if|import|in|instanceof|let|new|null|return|static|super|switch|this|throw|true|try|typeof|var|void|while|with|yield|await)$/;

/** Names the variable of a theme in a configuration, where the name of the theme may be taken. */
function chooseVariable(slug: string, config: string): string {
  const variable = toVariable(slug);
  const isTaken = RESERVED.test(variable) || new RegExp(`\\b${variable}\\b`).test(config);
  return isTaken ? `${variable}Theme` : variable;
}

/** Defines `rostrum new theme`, which adds a theme of one's own and names it in the configuration. */
export function makeNewThemeCommand({ terminal, root }: CommandTools): Command {
  return defineCommand('new theme', {
    args: {
      name: {
        type: 'positional',
        required: true,
        example: 'my-look',
        valueHint: 'NAME',
        description: 'Name of the look.',
      },
    },
    async run({ name }) {
      const slug = toSlug(name.replace(/^themes[\\/]/, '').replace(/\.(?:css|ts)$/, ''));
      if (!NAME.test(slug)) {
        throw new UsageError(
          `"${name}" is no name for a theme: it begins with a letter from a to z.`,
          'Name the look, such as: npx rostrum new theme my-look.',
        );
      }
      if (THEMES.some((own) => own === slug)) {
        throw new UsageError(
          `There is a theme "${slug}" in Rostrum already.`,
          `Choose another name, such as my-${slug}; it may begin with all that "${slug}" sets.`,
        );
      }
      const file = `themes/${slug}.ts`;
      const config = findConfigFile(root) ?? 'vite.config.ts';
      const isNew = findConfigFile(root) === null;
      const text = isNew ? NEW_CONFIG : readFileSync(path.join(root, config), 'utf8');
      const variable = chooseVariable(slug, text);
      const changed = await nameTheme(text, { file: config, variable, from: `./${file}` });
      addNew(root, new Map([[file, draftTheme(slug)]]));
      if (changed !== null) writeWhole(path.join(root, config), changed);
      terminal.note(
        `${file} is a new theme. A talk has it with "theme: ${slug}" in its front matter.`,
      );
      if (changed === null)
        terminal.note(
          `Name it in ${config}: import ${variable} from './${file}', and rostrum({ themes: [${variable}] }).`,
        );
    },
  });
}
