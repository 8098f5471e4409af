import { expect, test } from 'vitest';
import { readTar } from '../../../../src/node/chromium/tar.ts';

test('reads the regular files of an archive with their contents', () => {
  const files = readTar(
    pack([
      { name: 'fonts/', type: '5' },
      { name: 'fonts/a.ttf', text: 'letters' },
    ]),
  );
  expect(files.map(({ path, content }) => [path, content.toString()])).toEqual([
    ['fonts/a.ttf', 'letters'],
  ]);
});

test('marks programs as executable, and no other files', () => {
  const files = readTar(
    pack([
      { name: 'a', mode: '000755' },
      { name: 'b', mode: '000644' },
    ]),
  );
  expect(files.map((file) => file.isExecutable)).toEqual([true, false]);
});

test('joins a long path from its two fields', () => {
  const [file] = readTar(pack([{ name: 'deep.txt', prefix: 'very/long' }]));
  expect(file?.path).toBe('very/long/deep.txt');
});

test('refuses a path that leads out of the folder', () => {
  expect(() => readTar(pack([{ name: '../evil' }]))).toThrow('lies outside');
  expect(() => readTar(pack([{ name: '/etc/passwd' }]))).toThrow('lies outside');
});

test('refuses an archive that was cut off', () => {
  const archive = pack([{ name: 'a', text: 'x'.repeat(600) }]);
  expect(() => readTar(archive.subarray(0, 900))).toThrow('cut off');
});

interface Entry {
  name: string;
  text?: string;
  type?: string;
  mode?: string;
  prefix?: string;
}

function pack(entries: Entry[]): Buffer {
  const blocks = entries.flatMap(
    ({ name, text = '', type = '0', mode = '000644', prefix = '' }) => {
      const header = Buffer.alloc(512);
      header.write(name, 0);
      header.write(mode, 100);
      header.write(text.length.toString(8).padStart(11, '0'), 124);
      header.write(type, 156);
      header.write('ustar', 257);
      header.write(prefix, 345);
      const content = Buffer.alloc(Math.ceil(text.length / 512) * 512);
      content.write(text);
      return [header, content];
    },
  );
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}
