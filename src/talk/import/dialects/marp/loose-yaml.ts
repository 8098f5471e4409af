import { parseYaml } from '../../../source/yaml.ts';

/** Quotes the values of directives that are words to Marp and a fault in YAML, such as those with a colon. */
export function loosen(text: string): string {
  if (parseYaml(text).fault === null) return text;
  return text.replaceAll(LOOSE, (_, key: string, value: string) => key + JSON.stringify(value));
}

const LOOSE =
  /^(_?(?:class|background(?:Color|Image|Position|Repeat|Size)|color|header|footer|theme)[ \t]*:[ \t]*)([^\s"'{|>~&*[].*?)[ \t]*$/gm;
