import { expect, test } from 'vitest';
import { findPinchZoom, type Grip } from '../../../../src/browser/ink/pinch-zoom.ts';
import { throughZoom } from '../../../../src/browser/ink/slide-space.ts';

const grip = (x: number, y: number, distance: number): Grip => ({
  fingers: 2,
  middle: { x, y },
  distance,
});

test('what lies between two fingers stays there while they move apart', () => {
  const zoom = findPinchZoom(grip(300, 200, 100), grip(300, 200, 250), null);
  expect(zoom).toEqual({ scale: 2.5, x: 300, y: 200 });
  const moved = findPinchZoom(grip(300, 200, 100), grip(320, 190, 300), null);
  expect(throughZoom({ x: 320, y: 190 }, moved)).toEqual({ x: 300, y: 200 });
});

test('two fingers drag a slide that is enlarged, not past its edges', () => {
  const zoom = { scale: 2, x: 640, y: 360 };
  const dragged = findPinchZoom(grip(640, 360, 80), grip(740, 300, 80), zoom);
  expect(dragged).toEqual({ scale: 2, x: 540, y: 420 });
  expect(throughZoom({ x: 740, y: 300 }, dragged)).toEqual({ x: 640, y: 360 });
  const far = findPinchZoom(grip(640, 360, 80), grip(5000, -5000, 80), zoom);
  expect(far).toEqual({ scale: 2, x: 0, y: 720 });
});

test('fingers that come together end the zoom, and none is larger than six', () => {
  const zoom = { scale: 2, x: 640, y: 360 };
  expect(findPinchZoom(grip(100, 100, 300), grip(100, 100, 100), zoom).scale).toBe(1);
  expect(findPinchZoom(grip(100, 100, 10), grip(100, 100, 900), zoom).scale).toBe(6);
});
