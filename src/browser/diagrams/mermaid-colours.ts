import { DIAGRAM_COLOURS, DIAGRAM_TEXT } from '../../talk/model/diagram/diagram-source.ts';

type Name = keyof typeof DIAGRAM_COLOURS;

/** The face in which diagrams are measured, which is that of slides. */
export const FONT = 'IBM Plex Sans';
/** Pale grounds of six hues, and the hues. */
export const WASHES: readonly Name[] = ['wash1', 'wash2', 'wash3', 'wash4', 'wash5', 'wash6'];
export const HUES: readonly Name[] = ['hue1', 'hue2', 'hue3', 'hue4', 'hue5', 'hue6'];
const SMALL = 18;

/** Returns the placeholder of a theme colour while a program draws. */
export function given(name: Name): string {
  return DIAGRAM_COLOURS[name][0];
}

/** Returns every colour that Mermaid would otherwise derive from another. */
export function toThemeVariables(): Record<string, unknown> {
  const named = Object.entries(COLOURS).flatMap(([name, keys]) =>
    keys.split(' ').map((key) => [key, given(name as Name)] as const),
  );
  const scales = Array.from({ length: 12 }, (_, index) => {
    const [wash, hue] = [given(at(WASHES, index)), given(at(HUES, index))];
    return [
      ...[[`cScale${index}`, wash] as const, [`cScalePeer${index}`, hue] as const],
      ...[[`cScaleInv${index}`, hue] as const, [`cScaleLabel${index}`, given('ink')] as const],
      ...[[`surface${index}`, wash] as const, [`surfacePeer${index}`, hue] as const],
      ...[[`fillType${index}`, wash] as const, [`pie${index + 1}`, wash] as const],
      ...[[`git${index}`, hue] as const, [`gitInv${index}`, hue] as const],
      ...[[`gitBranchLabel${index}`, given('paper')] as const, [`actor${index}`, hue] as const],
    ];
  });
  return {
    fontFamily: FONT,
    fontSize: `${DIAGRAM_TEXT}px`,
    dropShadow: 'none',
    useGradient: false,
    ...Object.fromEntries([...scales.flat(), ...named]),
    ...SIZES,
    xyChart: {
      ...Object.fromEntries(XY_INK.map((key) => [key, given('ink')])),
      ...Object.fromEntries(XY_LINES.map((key) => [key, given('faint')])),
      backgroundColor: given('paper'),
      plotColorPalette: ['hue2', 'hue1', 'hue3', 'hue4', 'hue5', 'hue6']
        .map((name) => given(name as Name))
        .join(','),
    },
    radar: {
      ...{ axisColor: given('faint'), graticuleColor: given('faint'), graticuleOpacity: '0.08' },
      ...{ axisLabelFontSize: String(SMALL), legendFontSize: String(SMALL), curveOpacity: '0.15' },
    },
    packet: {
      ...{ startByteColor: given('ink'), endByteColor: given('ink'), labelColor: given('ink') },
      ...{
        titleColor: given('ink'),
        blockStrokeColor: given('faint'),
        blockFillColor: given('sunk'),
      },
      ...{ byteFontSize: `${SMALL}px`, labelFontSize: `${SMALL}px`, titleFontSize: '24px' },
      blockStrokeWidth: '1.5',
    },
  };
}

function at(names: readonly Name[], index: number): Name {
  return names[index % names.length] ?? 'sunk';
}

const SIZES = {
  pieTitleTextSize: '24px',
  pieSectionTextSize: `${DIAGRAM_TEXT}px`,
  pieLegendTextSize: `${DIAGRAM_TEXT}px`,
  pieStrokeWidth: '2px',
  pieOuterStrokeWidth: '0px',
  pieOpacity: '1',
  commitLabelFontSize: '12px',
  tagLabelFontSize: '12px',
  archEdgeWidth: '3',
  archGroupBorderWidth: '2px',
  strokeWidth: 1.5,
};
const XY_INK = ['titleColor', 'xAxisLabelColor', 'xAxisTitleColor', 'yAxisLabelColor'].concat(
  'yAxisTitleColor',
);
const XY_LINES = ['xAxisTickColor', 'xAxisLineColor', 'yAxisTickColor', 'yAxisLineColor'];

const COLOURS: Partial<Record<Name, string>> = {
  paper:
    'sequenceNumberColor faceColor background edgeLabelBackground labelBackground labelBackgroundColor pieStrokeColor attributeBackgroundColorOdd rowOdd altBackground compositeBackground labelBoxBkgColor relationLabelBackground',
  sunk: 'primaryColor mainBkg nodeBkg actorBkg personBkg stateBkg classBkg requirementBackground taskBkgColor attributeBackgroundColorEven rowEven sectionBkgColor2 activationBkgColor quadrant2Fill quadrant4Fill commitLabelBackground compositeTitleBackground',
  raised: 'tertiaryColor clusterBkg sectionBkgColor altSectionBkgColor quadrant1Fill quadrant3Fill',
  rule: 'gridColor quadrantInternalBorderStrokeFill',
  edge: 'tertiaryBorderColor clusterBorder actorLineColor quadrantExternalBorderStrokeFill archGroupBorderColor pieOuterStrokeColor innerEndBackground compositeBorder',
  faint:
    'primaryBorderColor nodeBorder border1 actorBorder personBorder stateBorder activationBorderColor taskBorderColor requirementBorderColor labelBoxBorderColor doneTaskBorderColor',
  muted:
    'lineColor arrowheadColor defaultLinkColor signalColor transitionColor relationColor archEdgeColor archEdgeArrowColor specialStateColor loopTextColor',
  ink: 'primaryTextColor secondaryTextColor tertiaryTextColor textColor titleColor nodeTextColor actorTextColor signalTextColor labelTextColor noteTextColor classText stateLabelColor transitionLabelColor requirementTextColor relationLabelColor taskTextColor taskTextDarkColor taskTextLightColor taskTextOutsideColor taskTextClickableColor pieTitleTextColor pieSectionTextColor pieLegendTextColor quadrant1TextFill quadrant2TextFill quadrant3TextFill quadrant4TextFill quadrantPointTextFill quadrantXAxisTextFill quadrantYAxisTextFill quadrantTitleFill commitLabelColor tagLabelColor scaleLabelColor errorTextColor border2 labelColor',
  accent:
    'secondaryBorderColor noteBorderColor activeTaskBorderColor critBorderColor todayLineColor quadrantPointFill tagLabelBorder vertLineColor',
  wash: 'secondaryColor noteBkgColor activeTaskBkgColor critBkgColor tagLabelBackground errorBkgColor',
  wash6: 'doneTaskBkgColor excludeBkgColor',
};
