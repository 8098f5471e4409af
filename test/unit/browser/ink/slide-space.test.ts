import { expect, test } from 'vitest';
import {
  centreSlide,
  isInside,
  keepInside,
  throughZoom,
  toSlide,
} from '../../../../src/browser/ink/slide-space.ts';

test('a place on a screen is the same place of the slide, for each shape of the screen', () => {
  const screens = [
    { left: 0, top: 0, width: 1280, height: 720 },
    { left: 0, top: 0, width: 1024, height: 768 },
    { left: 10, top: 20, width: 390, height: 844 },
    { left: 0, top: 0, width: 3440, height: 1440 },
  ];
  for (const screen of screens) {
    const scale = Math.min(screen.width / 1280, screen.height / 720);
    const box = centreSlide(screen, scale);
    const middle = { x: screen.left + screen.width / 2, y: screen.top + screen.height / 2 };
    expect(toSlide(middle, box)).toEqual({ x: 640, y: 360 });
    const corner = toSlide({ x: box.left + box.width, y: box.top + box.height }, box);
    expect(corner.x).toBeCloseTo(1280);
    expect(corner.y).toBeCloseTo(720);
  }
});

test('a place beside the slide is outside it, and the nearest one on it is at its border', () => {
  const box = centreSlide({ left: 0, top: 0, width: 1024, height: 768 }, 0.8);
  expect(box).toEqual({ left: 0, top: 96, width: 1024, height: 576 });
  const above = toSlide({ x: 512, y: 48 }, box);
  expect(isInside(above)).toBe(false);
  expect(keepInside(above)).toEqual({ x: 640, y: 0 });
  expect(keepInside({ x: 1300, y: 100.123 })).toEqual({ x: 1280, y: 100.1 });
  expect(isInside({ x: 1280, y: 720 })).toBe(true);
});

test('in a zoom the spot stays where it is, and all else moves away from it', () => {
  const zoom = { x: 320, y: 180, scale: 2 };
  expect(throughZoom({ x: 320, y: 180 }, zoom)).toEqual({ x: 320, y: 180 });
  expect(throughZoom({ x: 0, y: 720 }, zoom)).toEqual({ x: 160, y: 450 });
  expect(throughZoom({ x: 7, y: 9 }, null)).toEqual({ x: 7, y: 9 });
});
