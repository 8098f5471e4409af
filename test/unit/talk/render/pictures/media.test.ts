import { expect, test } from 'vitest';
import { compileMarkdown } from '../../../../support/slide.ts';
import { renderMedia } from '../../../../../src/talk/render/pictures/media.ts';
import { listPosters, mediaKind } from '../../../../../src/talk/text/media-kind.ts';

const SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"/>';
const FILES = {
  'assets/clip.webm': '',
  'assets/clip.svg': SQUARE,
  'assets/bare.mp4': '',
  'assets/tone.wav': '',
};
function compile(text: string) {
  const { talks, problems } = compileMarkdown(`# T\n\nb\n\n${text}\n`, FILES);
  const [talk] = talks;
  return {
    html: talk?.slides[0]?.html ?? '',
    files: talk?.assets.map(({ path }) => path),
    codes: problems.map(({ code }) => code),
  };
}

test('films and sound are known by the extensions of their files', () => {
  expect(['a.webm', 'a.MP4', 'a/b.mov?x=1'].map(mediaKind)).toEqual(['video', 'video', 'video']);
  expect(['a.ogg', 'a.wav#t=1'].map(mediaKind)).toEqual(['audio', 'audio']);
  expect(['a.png', 'webm', 'a.webm.png'].map(mediaKind)).toEqual([null, null, null]);
  expect(listPosters('../a/clip.webm?x')[0]).toBe('../a/clip.jpg');
});

test('a film is loaded by the deck alone, and has the picture beside it', () => {
  const { html, files, codes } = compile('![A film](../../assets/clip.webm "Its words")');
  expect(codes).toEqual([]);
  expect(html).toContain('<video data-src="../../assets/clip.webm" aria-label="A film" poster="');
  expect(html).toContain('data-autoplay style="aspect-ratio:16/9"></video>');
  expect(html).toContain('<a class="media-still" href="../../assets/clip.webm"><img src="');
  expect(html).toContain('<span class="media-name">clip.webm</span>');
  expect(html).toContain('<span class="caption">Its words</span>');
  expect(files).toEqual(expect.arrayContaining(['assets/clip.webm', 'assets/clip.svg']));
});

test('a film without a picture says so, and its words stand for it', () => {
  const { html, codes } = compile('![A film](../../assets/bare.mp4)');
  expect(codes).toEqual(['missing-poster']);
  expect(html).toContain('href="../../assets/bare.mp4"><span>A film</span>');
  const named = compile('![A film](../../assets/bare.mp4){poster=../../assets/clip.svg}');
  expect(named.codes).toEqual([]);
  expect(compile('![A film](../../assets/bare.mp4){poster=no.jpg}').codes).toEqual([
    'missing-picture',
  ]);
});

test('in a row a film has the shape of its picture', () => {
  const film = '![A film](../../assets/clip.webm)';
  expect(compile(`${film} ${film}`).html).toContain(
    '<span class="media" style="--shape:1.778"><video',
  );
  const captioned = '![A film](../../assets/clip.webm "Its words")';
  expect(compile(`${captioned} ${film}`).html).toContain(
    '<span class="captioned" style="--shape:1.778"><span class="media"><video',
  );
});

test('sound has no picture, and neither has a picture', () => {
  expect(compile('![A tone](../../assets/tone.wav)').html).toContain('<audio data-src="');
  for (const file of ['tone.wav', 'clip.svg']) {
    const { codes } = compile(`![A](../../assets/${file}){poster=../../assets/clip.svg}`);
    expect(codes).toEqual(['unknown-picture-option']);
  }
});

test('words and addresses are escaped, and one elsewhere is shown whole', () => {
  const address = 'https://example.org/a.webm';
  const media = { kind: 'video', address, alt: '<b>', css: '', row: '', poster: null } as const;
  const { markup } = renderMedia(media);
  expect(markup).toContain('aria-label="&lt;b&gt;"');
  expect(markup).toContain(`<span class="media-name">${address}</span>`);
});
