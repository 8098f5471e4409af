import { DIAGRAM_TEXT } from '../../talk/model/diagram/diagram-source.ts';
import { FONT, given, HUES, toThemeVariables, WASHES } from './mermaid-colours.ts';

const SMALL = 18;

/** Returns the configuration of Mermaid: our face, our colours, text in SVG, and nothing that a diagram may change. */
export function toMermaidConfig(): object {
  const text = { fontSize: DIAGRAM_TEXT, fontFamily: FONT };
  return {
    startOnLoad: false,
    securityLevel: 'strict',
    secure: [
      ...['secure', 'securityLevel', 'startOnLoad', 'maxTextSize', 'maxEdges'],
      ...['suppressErrorRendering', 'theme', 'themeVariables', 'themeCSS', 'fontFamily'],
      ...['altFontFamily', 'fontSize', 'htmlLabels', 'darkMode', 'dompurifyConfig', 'layout'],
    ],
    maxTextSize: 50_000,
    maxEdges: 500,
    suppressErrorRendering: true,
    deterministicIds: true,
    htmlLabels: false,
    look: 'classic',
    theme: 'base',
    ...text,
    themeVariables: toThemeVariables(),
    flowchart: {
      htmlLabels: false,
      nodeSpacing: 40,
      rankSpacing: 48,
      padding: 14,
      useMaxWidth: false,
    },
    class: { htmlLabels: false, useMaxWidth: false },
    state: { htmlLabels: false, ...text, useMaxWidth: false, nodeSpacing: 40, rankSpacing: 44 },
    er: { ...text, useMaxWidth: false },
    sequence: {
      ...letters(['actor', 'message', 'note'], DIAGRAM_TEXT),
      ...{
        width: 170,
        height: 44,
        diagramMarginY: 4,
        messageMargin: 24,
        boxMargin: 10,
        boxTextMargin: 5,
        noteMargin: 8,
      },
      ...{ labelBoxWidth: 64, labelBoxHeight: 30, mirrorActors: false, useMaxWidth: false },
    },
    gantt: {
      ...text,
      ...{ sectionFontSize: DIAGRAM_TEXT, barHeight: 36, barGap: 10, topPadding: 64 },
      ...{ leftPadding: 150, gridLineStartPadding: 44, useWidth: 1100, useMaxWidth: false },
      titleTopMargin: 28,
    },
    pie: { textPosition: 0.72, useMaxWidth: false },
    quadrantChart: {
      ...{
        chartWidth: 760,
        chartHeight: 540,
        titleFontSize: 24,
        quadrantLabelFontSize: DIAGRAM_TEXT,
      },
      ...{ xAxisLabelFontSize: DIAGRAM_TEXT, yAxisLabelFontSize: DIAGRAM_TEXT },
      ...{ pointLabelFontSize: DIAGRAM_TEXT, pointRadius: 8, quadrantTextTopPadding: 10 },
      ...{ pointTextPadding: 10, useMaxWidth: false },
    },
    xyChart: {
      ...{ width: 1000, height: 520, titleFontSize: 24, useMaxWidth: false },
      xAxis: { labelFontSize: DIAGRAM_TEXT, titleFontSize: DIAGRAM_TEXT },
      yAxis: { labelFontSize: DIAGRAM_TEXT, titleFontSize: DIAGRAM_TEXT, titlePadding: 16 },
    },
    journey: {
      ...{ taskFontSize: DIAGRAM_TEXT, taskFontFamily: FONT, textPlacement: 'tspan' },
      ...{ width: 160, height: 60, leftMargin: 160, taskMargin: 24, useMaxWidth: false },
      ...{ titleFontSize: '24px', titleFontFamily: FONT },
      sectionColours: [given('ink')],
      sectionFills: WASHES.map(given),
      actorColours: HUES.map(given),
    },
    timeline: { ...{ width: 190, padding: 24, useMaxWidth: false }, disableMulticolor: false },
    gitGraph: { rotateCommitLabel: false, useMaxWidth: false },
    c4: {
      ...letters(C4, DIAGRAM_TEXT),
      ...{ boxMargin: 14, c4ShapePadding: 24, c4ShapeMargin: 64, useMaxWidth: false, width: 250 },
      ...Object.fromEntries(C4.flatMap((name) => paintC4(name))),
    },
    sankey: {
      ...{ width: 940, height: 440, nodePadding: 26, useMaxWidth: false },
      labelStyle: 'outlined',
    },
    packet: { ...{ bitWidth: 34, rowHeight: 56, paddingY: 28, useMaxWidth: false } },
    block: { padding: 14, useMaxWidth: false },
    mindmap: { padding: 14, maxNodeWidth: 260, useMaxWidth: false },
    architecture: { fontSize: SMALL, iconSize: 96, padding: 44, useMaxWidth: false },
    kanban: { sectionWidth: 280, padding: 10, useMaxWidth: false },
    radar: { width: 440, height: 420, useMaxWidth: false },
    requirement: { ...text, rect_min_width: 260, useMaxWidth: false },
  };
}

const C4 = 'person external_person system external_system system_db external_system_db system_queue'
  .concat(' external_system_queue boundary message container external_container container_db')
  .concat(' external_container_db container_queue external_container_queue component')
  .concat(' external_component component_db external_component_db component_queue')
  .concat(' external_component_queue')
  .split(' ');

function paintC4(name: string): [string, string][] {
  const ground = given(name.startsWith('external') ? 'wash6' : name === 'person' ? 'wash' : 'sunk');
  return [
    [`${name}_bg_color`, ground],
    [`${name}_border_color`, given('faint')],
  ];
}

function letters(names: readonly string[], size: number): Record<string, number | string> {
  const pairs = names.flatMap((name) => [
    [`${name}FontSize`, size] as const,
    [`${name}FontFamily`, FONT] as const,
  ]);
  return Object.fromEntries(pairs);
}

/** Rules over those of Mermaid, where its configuration has no key: sizes of text, and colours that it computes. */
export const MERMAID_STYLE = `
svg { font-family: '${FONT}'; }
.edgeTerminals, .edgeTerminals * { font-size: 18px !important; }
.edgeLabel .label, .edgeLabel .label text { font-size: 20px !important; }
.edgeLabel rect.background, .commit-label-bkg { fill: ${given('paper')} !important; opacity: 1 !important; }
.sequenceNumber { font-size: 20px !important; }
.number-disc { fill: ${given('muted')} !important; stroke: none !important; }
#d[aria-roledescription='mindmap'] .label[transform^='translate(0,'] :is(text, tspan) { text-anchor: middle !important; }
text[font-size='4ex'] { font-size: 24px !important; }
.branchLabel text { font-size: 13px !important; }
.node-labels text, .sankey-label { font-size: 20px !important; font-weight: 400 !important; }
.tick text, .treemapSectionLabel, .treemapSectionValue { font-size: 18px !important; }
${HUES.map((name, index) => `:is(.radarCurve-${index}, .radarLegendBox-${index}) { fill: ${given(name)} !important; stroke: ${given(name)} !important; }`).join('\n')}
#d[aria-roledescription='kanban'] .cluster rect { fill: ${given('sunk')} !important; stroke: none !important; }
#d[aria-roledescription='journey'] text { fill: ${given('ink')} !important; }
`;

/** Colours that Mermaid writes into a drawing under any setting, and those of the theme for them. */
export const FIXED_COLOURS: Readonly<Record<string, string>> = {
  '#000000': given('ink'),
  '#333333': given('ink'),
  '#444444': given('muted'),
  '#666666': given('faint'),
  '#999999': given('edge'),
  '#ffffff': given('paper'),
  '#087ebf': given('hue2'),
  '#fff8dc': given('wash4'),
  '#4e79a7': given('hue2'),
  '#f28e2c': given('hue1'),
  '#e15759': given('hue3'),
  '#76b7b2': given('hue4'),
  '#59a14f': given('hue5'),
  '#edc949': given('hue6'),
  '#af7aa1': given('hue2'),
  '#ff9da7': given('hue1'),
  '#9c755f': given('hue3'),
  '#bab0ab': given('hue4'),
};
