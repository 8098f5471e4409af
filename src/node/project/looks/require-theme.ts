import type { OwnLooks } from '../../../talk/model/look/theme.ts';
import { THEMES } from '../../../talk/model/slide/themes.ts';
import { namesHint } from '../../../talk/problems/hints.ts';
import { UsageError } from '../../errors.ts';

/** Returns the name of a theme that there is, of Rostrum's or the project's own; throws a `UsageError` for any other. */
export function requireTheme(name: string, looks: OwnLooks | undefined): string {
  const names: string[] = [...THEMES, ...(looks?.themes ?? []).map((theme) => theme.name)];
  if (names.includes(name)) return name;
  throw new UsageError(`No theme is called "${name}".`, namesHint(name, names, 'Themes'));
}
