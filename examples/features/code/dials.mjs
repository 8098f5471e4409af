/* Draws a row of clock faces: reads lines such as "12:08 noon", writes SVG. Each face is a part by its time. */
import { readFileSync } from 'node:fs';

const lines = readFileSync(0, 'utf8').split('\n');
const faces = lines.flatMap((line) => {
  const [, hour, minute, words] = /^(\d\d):(\d\d) (.+)$/.exec(line.trim()) ?? [];
  return words ? [{ time: `${hour}:${minute}`, hour: Number(hour), minute: Number(minute), words }] : [];
});
const hand = (turn, length, width) => {
  const angle = 2 * Math.PI * turn;
  const [x, y] = [Math.sin(angle), -Math.cos(angle)].map((side) => (side * length).toFixed(1));
  return `<path d="M0 0L${x} ${y}" stroke="currentColor" stroke-width="${width}" stroke-linecap="round"/>`;
};
const drawn = faces.map(
  ({ time, hour, minute, words }, at) =>
    `<g data-part="${time}" transform="translate(${110 + 220 * at} 100)">` +
    '<circle r="80" fill="none" stroke="currentColor" stroke-width="3"/>' +
    hand((hour + minute / 60) / 12, 44, 6) +
    hand(minute / 60, 68, 3) +
    `<text y="112" text-anchor="middle" font-size="22">${words}</text></g>`,
);
process.stdout.write(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${220 * faces.length} 230">${drawn.join('')}</svg>`,
);
