import { describe, expect, test } from 'vitest';
import {
  computeScale,
  planPicture,
  type PictureFacts,
} from '../../../../src/node/pictures/picture-plan.ts';

const SLIDE = { width: 1280, height: 720, isCovered: false };
const PHOTO: PictureFacts = {
  format: 'jpeg',
  width: 4000,
  height: 3000,
  bytes: 4_000_000,
  isOpaque: true,
  isEven: false,
  isLocated: false,
};
const SCREENSHOT: PictureFacts = { ...PHOTO, format: 'png', isEven: true };

describe('the size', () => {
  test('a picture has two pixels for each that its largest place has', () => {
    expect(computeScale(PHOTO, [SLIDE])).toBeCloseTo(1440 / 3000);
    expect(computeScale(PHOTO, [{ width: 400, height: null, isCovered: false }])).toBe(0.2);
    expect(computeScale(PHOTO, [SLIDE, { ...SLIDE, isCovered: true }])).toBe(0.64);
  });

  test('a picture whose place is unknown may cover the slide', () => {
    expect(computeScale(PHOTO, [undefined])).toBe(0.64);
  });

  test('no picture is enlarged, and none becomes a little smaller', () => {
    expect(computeScale({ width: 400, height: 300 }, [SLIDE])).toBe(1);
    expect(computeScale({ width: 2900, height: 1500 }, [SLIDE])).toBe(1);
  });
});

describe('the encoding', () => {
  test.each([
    ['a photograph', PHOTO, 'webp', 'jpeg'],
    ['a photograph in PNG', { ...PHOTO, format: 'png' }, 'webp', 'jpeg'],
    ['one that something shows through', { ...PHOTO, isOpaque: false }, 'webp', 'png'],
    ['a screenshot', SCREENSHOT, 'lossless-webp', 'png'],
    ['a screenshot in JPEG', { ...SCREENSHOT, format: 'jpeg' }, 'fine-webp', 'fine-jpeg'],
  ] as const)('of %s suits it', (_, facts, site, paper) => {
    expect(planPicture(facts, [SLIDE], 'site')?.encoding).toBe(site);
    expect(planPicture(facts, [SLIDE], 'paper')?.encoding).toBe(paper);
  });

  test('a picture of few bytes stays as it is, unless it says where it was taken', () => {
    const small = { ...PHOTO, width: 1000, height: 700, bytes: 90_000 };
    expect(planPicture(small, [SLIDE], 'site')).toBeNull();
    const located = planPicture({ ...small, isLocated: true }, [SLIDE], 'site');
    expect(located).toMatchObject({ width: 1000, height: 700, isForced: true });
  });

  test('paper gets JPEG for what browsers would unpack', () => {
    const webp = { ...PHOTO, format: 'webp', width: 1000, height: 700, bytes: 90_000 } as const;
    expect(planPicture(webp, [SLIDE], 'site')).toBeNull();
    expect(planPicture(webp, [SLIDE], 'paper')).toMatchObject({ encoding: 'jpeg', isForced: true });
    expect(planPicture({ ...webp, isEven: true }, [SLIDE], 'paper')).toBeNull();
  });
});
