import { parseYaml } from '../../../source/yaml.ts';

/** Quotes the values of directives that are words to Marp and a fault or a comment in YAML, such as "a: b" and "#fff". */
export function loosen(text: string): string {
  const isYaml = parseYaml(text).fault === null;
  return text.replaceAll(LOOSE, (line, key: string, value: string) =>
    isYaml && !/(?:^|\s)#/.test(value) ? line : key + JSON.stringify(value),
  );
}

const LOOSE =
  /^(_?(?:class|background(?:Color|Image|Position|Repeat|Size)|color|header|footer|theme)[ \t]*:[ \t]*)([^\s"'{|>~&*[].*?)[ \t]*$/gm;
