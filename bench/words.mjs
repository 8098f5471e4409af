/** Titles, sentences, code and tables of the neutral deck; nothing in them favours a tool. */
export const TITLES = [
  'Harbours of the north coast',
  'How the light was kept',
  'What a keeper wrote down',
  'Tides and timetables',
  'The long survey',
  'Lamps, lenses and clockwork',
  'Reading an old chart',
  'Signals across the strait',
  'When the fog came in',
  'Ships and their masters',
  'The first telegraph cable',
  'Counting what was lost',
  'A century of weather',
  'Repairs below the waterline',
  'Who paid for the dues',
  'What the archive still hides',
];

export const SENTENCES = [
  'Every lamp on this coast was lit by hand until the winter of 1911.',
  'The keeper trimmed the wick at eight, at midnight and again at four.',
  'Oil came twice a year by boat, and had to last through the storms.',
  'A **fixed white light** could be seen from fifteen miles in clear air.',
  'Not every log survives; the books from the *two outer rocks* are missing.',
  'The tables were printed in the town and sold at the customs house.',
  'Pilots learned the soundings by heart before they learned to read them.',
  'In a good year, forty ships a week passed the narrows.',
  'The survey took nine summers, with `two boats` and eleven men.',
  'Fog signals were fired by gunpowder, one charge every ten minutes.',
  'A clockwork of weights turned the lens once in thirty seconds.',
  'Read more in the [catalogue of lights](https://example.org/lights/1887/catalogue).',
  'Most of the charts were corrected by letter, one sounding at a time.',
  'The telegraph reached the island in May, and the mail boat stopped in June.',
  'No ship was lost here in the six years after the second tower was built.',
  'The dues were one penny a ton, paid on leaving, whatever the cargo was.',
  'Weather was noted three times a day in a hand that never changed.',
  'Divers worked at slack water only: **forty minutes**, twice a day.',
  'The archive holds 412 volumes, of which about a third has been read.',
  'A letter from the master of the *Anna* tells the story otherwise.',
  'See [the tide gauge](https://example.org/tides/gauge-4) for what was measured.',
  'Later surveys found the rock two cables further west than the chart said.',
  'No record says why the lamp was out on the night of 3 November.',
  'The tower stands; the house beside it was taken down for its stones.',
];

export const CODE = [
  [
    'rust',
    `/// The height of the tide at one place.
#[derive(Clone, Copy, Debug)]
pub struct Gauge {
    metres: f64,
}

impl Gauge {
    pub fn read(port: &Port) -> Result<Self, Error> {
        // SAFETY: the port outlives the reading.
        let raw = unsafe { bindings::gauge_read(port.as_ptr()) };
        Self::from_raw(raw)
    }
}`,
  ],
  [
    'bash',
    `sudo apt install tide-tables harbour-tools
export TIDE_STATION=/srv/tides/station-18
make tables && make -j"$(nproc)" charts`,
  ],
  [
    'diff',
    `diff --git a/lights/config b/lights/config
--- a/lights/config
+++ b/lights/config
@@ -12,7 +12,6 @@ config LIGHT
 \tdepends on OIL
 \tdepends on !FOG
-\tdepends on !STORM
+\tdepends on !STORM || KEEPERS >= 2
 \thelp
 \t  Lights the lamp at dusk.`,
  ],
  [
    'c',
    `static int light_init(void)
{
\tstruct lamp *lamp = lamp_find("outer rock");
\tif (!lamp_light(lamp, 10, 100))
\t\treturn -ENOOIL;
\tlog_info("light: %d turns\\n", lamp_turns(lamp));
\treturn 0;
}
keeper_init(light_init);`,
  ],
  [
    'rust',
    `use harbour::{alloc::flags, tree::ShipTree};

// Create a new tree and insert three ships.
let mut ships = ShipTree::new();
ships.try_insert(20, "Anna", flags::LOADED)?;
ships.try_insert(10, "Berta", flags::LOADED)?;
ships.try_insert(30, "Clara", flags::EMPTY)?;
assert_eq!(ships.get(&10), Some(&"Berta"));`,
  ],
];

export const TABLES = [
  [
    ['Light', 'Lens', 'Built', 'Seen', 'Kept'],
    ['Outer Rock', 'first order', '1838', '18 miles', 'yes'],
    ['Long Point', 'second order', '1851', '16 miles', 'yes'],
    ['Mill Head', 'third order', '1862', '14 miles', 'yes'],
    ['Old Pier', 'fourth order', '1870', '9 miles', 'no'],
    ['Sand Bar', 'sixth order', '1884', '6 miles', 'no'],
  ],
  [
    ['Measure', 'Last year', 'This year'],
    ['Ships', '460', '536'],
    ['Pilots', '53', '75'],
    ['Storms', '25', '30'],
    ['Letters', '1200', '2500'],
  ],
  [
    ['Port', 'Spring', 'Neap', 'Gauge'],
    ['North quay', '4.1 m', '2.2 m', 'stone'],
    ['South quay', '4.0 m', '2.1 m', 'stone'],
    ['Mill basin', '3.6 m', '1.9 m', 'wood'],
    ['Outer Rock', '4.4 m', '2.6 m', 'none'],
  ],
  [
    ['Time', 'Watch', 'Keeper'],
    ['16:00', 'First dog watch', 'Ada Holm'],
    ['18:00', 'Last dog watch', 'Jens Vik'],
    ['20:00', 'First watch', 'Maren Lund'],
    ['00:00', 'Middle watch', 'Ada Holm'],
    ['04:00', 'Morning watch', 'Jens Vik'],
  ],
];
