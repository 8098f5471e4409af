import { nearestHint, severityOf } from './hints.ts';
import { findNearest } from '../text/nearest.ts';
import type { Problem, Span } from '../model/problem.ts';

/** Reports a framed page of the project that refers to files, which are not published with it. */
export function pageNeedsFile(page: string, file: string, span: Span): Problem {
  return {
    code: 'page-needs-file',
    severity: 'warning',
    message: `The page "${page}" loads "${file}", which is not published with it.`,
    hint: 'Write styles, scripts and pictures into the page itself, or show it from the address where it is published.',
    span,
  };
}

/** Reports a frame that gives a page of the project the rights of the deck. */
export function forbiddenRight(right: string, span: Span): Problem {
  return {
    code: 'forbidden-right',
    severity: 'warning',
    message: `A page of the project may not have "${right}", so it is left out: its scripts would reach the deck.`,
    hint: 'Publish the page at another origin, and name that address.',
    span,
  };
}

/** Reports a reference of a drawing or style to an id that is not on its slide. */
export function unknownReference(id: string, ids: readonly string[], span: Span): Problem {
  return {
    code: 'unknown-reference',
    severity: 'warning',
    message: `No element of this slide has the id "${id}".`,
    hint: nearestHint(
      id,
      ids,
      'Ids are local to a slide, so repeat the target on each slide that uses it',
    ),
    span,
  };
}

/** Raw HTML holds text that is never seen. */
export function hiddenText(name: string, span: Span): Problem {
  return {
    code: 'hidden-text',
    severity: 'warning',
    message: `What "${name}" holds here is never seen, so it is left out: a page gives away all it holds.`,
    hint: 'Write it as notes, or as a remark: <!-- // ... -->.',
    span,
  };
}

/** A style makes text unseen in a way that leaves it in the page. */
export function keptText(what: string, span: Span): Problem {
  return {
    code: 'hidden-text',
    severity: 'warning',
    message: `What ${what} stays in the page, and a page gives away all it holds.`,
    hint: 'Write it as notes, or as a remark: <!-- // ... -->. What a rule hides by a class alone, such as ".later { display: none }", is left out.',
    span,
  };
}

/** Names of other programs for options of pictures. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  align: 'position',
  'fig-align': 'position',
  'object-fit': 'fit',
  'object-position': 'position',
  size: 'width',
  h: 'height',
  w: 'width',
};

/** Reports an unknown option in the braces after a picture. */
export function unknownPictureOption(name: string, names: readonly string[], span: Span): Problem {
  const own = OTHER_NAMES[name];
  const hint = nearestHint(name, names, 'Pictures have options such as {width=50%}');
  return {
    code: 'unknown-picture-option',
    severity: severityOf(own ?? findNearest(name, names)),
    message: `Pictures have no option "${name}".`,
    hint: own === undefined ? hint : `Write "${own}".`,
    span,
  };
}

/** Reports an option of a picture without an effect in the layout of its slide. */
export function idlePictureOption(name: string, layout: string, span: Span): Problem {
  return {
    code: 'idle-picture-option',
    severity: 'warning',
    message: `In the layout "${layout}" the option "${name}" of a picture has no effect.`,
    hint:
      layout === 'picture'
        ? 'The picture fills its slide; "position" says which part of it is seen, and {fit=contain} shows it whole.'
        : 'The picture is as high as its slide; "width" says how much of the slide it takes.',
    span,
  };
}

/** Reports a slide without the picture that its layout shows. */
export function layoutWithoutPicture(layout: string, span: Span): Problem {
  return {
    code: 'layout-without-picture',
    severity: 'error',
    message: `The layout "${layout}" shows a picture to the edge of the slide, and this slide has none.`,
    hint: 'Write ![what it shows](picture.jpg) in a paragraph of its own.',
    span,
  };
}

/** A picture, and the place that it would have to fill, in pixels. */
export interface SmallPicture {
  path: string;
  size: { width: number; height: number };
  place: { width: number; height: number };
}

/** Reports a picture with too few pixels for the place that its layout gives it. */
export function smallPicture({ path, size, place }: SmallPicture, span: Span): Problem {
  return {
    code: 'small-picture',
    severity: 'warning',
    message: `The picture "${path}" has ${size.width} by ${size.height} pixels, too few to fill ${place.width} by ${place.height}, so it is shown as large as it is.`,
    hint: 'Bring a larger file of it, or give the slide the layout "figure".',
    span,
  };
}

/** Reports a film without a picture that stands for it where nothing plays. */
export function missingPoster(path: string, span: Span): Problem {
  return {
    code: 'missing-poster',
    severity: 'warning',
    message: `The film "${path}" has no picture, so its words alone stand for it in PDF and before it plays.`,
    hint: 'Save a frame of it beside it under its own name (clip.webm, clip.jpg), or name one: {poster=frame.jpg}.',
    span,
  };
}

/** How a project can have a picture made smaller. */
const INSTALL = '"npm install --save-dev sharp" lets builds and exports make smaller copies';

/** Reports a picture with far more pixels than a slide shows. */
export function largePicture(
  { path, size, place, isReducible }: SmallPicture & { isReducible: boolean },
  span: Span,
): Problem {
  const hint = isReducible
    ? `${INSTALL}; or save a smaller one.`
    : 'Save a smaller one, so that pages and PDFs of the talk stay small.';
  return {
    code: 'large-picture',
    severity: 'warning',
    message: `The picture "${path}" has ${size.width} by ${size.height} pixels; a slide shows at most ${place.width} by ${place.height} of them, on the finest screens.`,
    hint,
    span,
  };
}

/** Reports a photograph that says where it was taken. */
export function locatedPicture(path: string, isReducible: boolean, span: Span): Problem {
  const hint = isReducible
    ? `${INSTALL} without the place; or remove it from the file.`
    : 'Remove the place from the file.';
  return {
    code: 'located-picture',
    severity: 'warning',
    message: `The picture "${path}" says in its file where it was taken, and is published as it is.`,
    hint,
    span,
  };
}
