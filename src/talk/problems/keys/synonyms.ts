/** Who has the keys of front matter. */
export type KeyOwner = 'talk' | 'slide';

/** Other words for the keys of a talk, in lower case without hyphens. */
const TALK: Readonly<Record<string, readonly string[]>> = {
  title: ['name', 'heading', 'topic', 'talktitle', 'titel'],
  subtitle: [],
  follow: [],
  speaker: [
    'author',
    'authors',
    'presenter',
    'presenters',
    'by',
    'lecturer',
    'who',
    'speakername',
    'autor',
  ],
  email: ['mail', 'contact', 'emailaddress'],
  affiliation: [
    'institute',
    'institution',
    'company',
    'organization',
    'organisation',
    'org',
    'employer',
    'university',
    'team',
  ],
  event: ['conference', 'meeting', 'occasion', 'conf', 'meetup'],
  place: ['venue', 'location', 'city', 'where', 'room', 'town'],
  date: ['day', 'when', 'talkdate', 'datum'],
  duration: ['length', 'minutes', 'timing', 'talktime', 'talklength'],
  language: ['lang', 'locale'],
  description: ['abstract', 'summary', 'info', 'about', 'synopsis'],
  tags: [
    'tag',
    'keyword',
    'keywords',
    'label',
    'labels',
    'category',
    'categories',
    'topic',
    'topics',
  ],
  asOf: ['dataasof', 'datadate', 'asat', 'stand'],
  css: ['style', 'styles', 'stylesheet', 'stylesheets', 'customcss', 'sheet'],
  theme: ['template', 'design', 'look', 'skin'],
  pagination: ['paginate', 'pagenumbers', 'pagenumber', 'slidenumber', 'slidenumbers', 'numbering'],
  dark: ['darkmode', 'mode', 'colorschema', 'colorscheme', 'colourscheme'],
  aspect: ['aspectratio', 'ratio', 'size', 'format'],
  header: ['head', 'top'],
  footer: ['foot', 'bottom'],
  logo: ['brand', 'icon'],
  cover: ['coverimage', 'coverpicture', 'hero', 'titlepicture'],
  link: ['url', 'website', 'web', 'homepage', 'permalink', 'slidesurl'],
  tabSize: ['tabwidth', 'tabs'],
  macros: ['katex', 'mathmacros', 'latex'],
};

/** Other words for the keys of a slide. */
const SLIDE: Readonly<Record<string, readonly string[]>> = {
  id: ['name', 'key', 'slug', 'anchor', 'routealias', 'label'],
  layout: ['type', 'kind', 'template', 'style'],
  class: ['classes', 'classname', 'cls'],
  background: [
    'bg',
    'backgroundimage',
    'backgroundcolor',
    'backgroundcolour',
    'bgcolor',
    'color',
    'colour',
  ],
  incremental: ['fragments', 'stepwise', 'build', 'reveal', 'animate', 'bystep', 'increment'],
  time: ['duration', 'minutes', 'length'],
  src: ['include', 'import', 'file', 'source', 'from', 'path'],
  transition: ['animation', 'effect'],
};

/** Finds the key that another word stands for; undefined for none. */
export function synonymOf(word: string, owner: KeyOwner): string | undefined {
  const wanted = word.replace(/[\s_-]/g, '').toLowerCase();
  const entries = Object.entries(owner === 'talk' ? TALK : SLIDE);
  const own = entries.find(([key]) => key.toLowerCase() === wanted);
  return (own ?? entries.find(([, words]) => words.includes(wanted)))?.[0];
}
