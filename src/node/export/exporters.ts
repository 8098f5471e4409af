import type { Exporter } from './exporter.ts';
import type { Format, ExportOptions } from './export-options.ts';

/** The file names and the exporter of a format. */
export interface FormatPlan {
  /** What stands behind the talk's name. */
  suffix: string;
  /** Several files in a folder of their own. */
  isFolder: boolean;
  load: () => Promise<Exporter>;
}

type Plan = Omit<FormatPlan, 'isFolder'>;

/** The exporters, each loaded with its dependencies on first use. */
const PLANS: Record<Format, Plan> = {
  pdf: { suffix: '.pdf', load: async () => (await import('./pdf-export.ts')).makePdf },
  handout: {
    suffix: '-handout.pdf',
    load: async () => (await import('./handout.ts')).makeHandout,
  },
  notes: { suffix: '-notes.md', load: async () => (await import('./text-export.ts')).makeNotes },
  png: { suffix: '.png', load: async () => (await import('./png.ts')).makePictures },
  html: {
    suffix: '.html',
    load: async () => (await import('./web/single-file.ts')).makeSinglePage,
  },
  md: { suffix: '.md', load: async () => (await import('./text-export.ts')).makeMarkdown },
  json: { suffix: '.json', load: async () => (await import('./text-export.ts')).makeJson },
  reveal: {
    suffix: '-reveal',
    load: async () => (await import('./web/reveal-folder.ts')).makeRevealFolder,
  },
  pptx: { suffix: '.pptx', load: async () => (await import('./pptx/pptx.ts')).makePptx },
};

const PICTURES: Plan = {
  suffix: '-slides',
  load: async () => (await import('./png.ts')).makePictures,
};

/** Finds what makes the files that are wished for. */
export function choosePlan({ format, contactSheet }: ExportOptions): FormatPlan {
  if (format === 'png' && !contactSheet) return { ...PICTURES, isFolder: true };
  return { ...PLANS[format], isFolder: format === 'reveal' };
}
