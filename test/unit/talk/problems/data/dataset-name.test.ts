import { expect, test } from 'vitest';
import { hintOfDataset } from '../../../../../src/talk/problems/data/dataset-name.ts';

const names = ['mailing-list', 'members'];

test.each(['members.json', 'data/members.json', '../data/members', 'Members', 'members.csv'])(
  '%s is the name of a file of a dataset',
  (name) => {
    expect(hintOfDataset({ name, names })).toContain('Write "members"');
  },
);

test.each(['mailing_list', 'mailingList', 'Mailing List'])('%s is mailing-list', (name) => {
  expect(hintOfDataset({ name, names })).toContain('Write "mailing-list"');
});

test.each([
  ['trips', 'data/trips.csv', 'new data trips --from data/trips.csv'],
  ['trips.csv', 'trips.csv', 'new data trips --from trips.csv'],
  ['trips', 'data/trips.yaml', 'save its rows as CSV'],
  ['trips', 'data/trips.ts', 'data refresh trips'],
  ['trips', 'slides/trips.json', 'move slides/trips.json to data/trips.json'],
  ['trips', 'data/Trips.JSON', 'move data/Trips.JSON'],
])('%s may be meant for %s', (name, file, words) => {
  expect(hintOfDataset({ name, names, files: [file] })).toContain(words);
});

test('other names have the nearest one, or the way to a new dataset', () => {
  expect(hintOfDataset({ name: 'membres', names })).toContain('Did you mean "members"?');
  expect(hintOfDataset({ name: 'trips', names })).toContain('new data trips');
  expect(hintOfDataset({ name: 'trips', names: [] })).toContain('has no dataset');
  expect(hintOfDataset({ name: 'https://example.org/a.json', names })).toContain('data/NAME.json');
});
