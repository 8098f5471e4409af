import { toSlug } from '../../../talk/text/slug.ts';
import { addNew } from '../../create/add-files.ts';
import { draftTheme } from '../../create/draft-theme.ts';
import { UsageError } from '../../errors.ts';
import { defineCommand, type Command } from '../command.ts';
import type { CommandTools } from '../command-tools.ts';

/** Defines `rostrum new theme`, which adds a stylesheet with a look of one's own. */
export function makeNewThemeCommand({ terminal, root }: CommandTools): Command {
  return defineCommand('new theme', {
    args: {
      name: {
        type: 'positional',
        required: true,
        valueHint: 'NAME',
        description: 'Name of the look.',
      },
    },
    async run({ name }) {
      const slug = toSlug(name.replace(/\.css$/, ''));
      if (slug === '') {
        throw new UsageError(
          `"${name}" has no letter for a name.`,
          'Name the look, such as: npx rostrum new theme my-look.',
        );
      }
      const file = `assets/${slug}.css`;
      addNew(root, new Map([[file, draftTheme(slug)]]));
      terminal.note(
        `${file} is a new look. A talk has it with "css: /${file}" in its front matter.`,
      );
    },
  });
}
