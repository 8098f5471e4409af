import { textOf } from '../../../../text/value/value-text.ts';

/** Writes the places of elements on slides of a size of their own as on slides of the usual size of Quarto. */
export function toUsualSize(text: string, settings: ReadonlyMap<string, unknown>): string {
  const [width, height] = ['width', 'height'].map((name) => Number(textOf(settings.get(name))));
  if (!width || !height || !text.includes('.absolute')) return text;
  const [across, down] = [1050 / width, 700 / height];
  return text.replaceAll(/\{[^{}\n]*\.absolute\b[^{}\n]*\}/g, (braces) =>
    braces.replaceAll(LENGTH, (_, name: string, sign: string, length: string) => {
      const share = /^(?:left|right)$/.test(name) ? across : down;
      return `${name}${sign}${Math.round(Number(length) * share)}`;
    }),
  );
}

const LENGTH =
  /(?<![\w-])(top|right|bottom|left|width|height)(\s*[=:]\s*["']?)(-?[\d.]+)(?![\d.%]|[a-oq-z])/g;
