import { formats, v, type IsoDate, type RefreshRecipe, type WebRequest } from 'rostrum';

/** A chart of Zulip's statistics: the counts of all users, by series. */
export interface ZulipChart {
  /** The day of the newest count. */
  asOf: IsoDate;
  series: Record<string, number[]>;
}

/** The supported charts. */
export type ZulipChartName = 'number_of_humans' | 'messages_sent_over_time';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The response's "user" is the activity of the account itself; it is not in the schema and is dropped. */
const CHART = v.object({
  result: v.literal('success'),
  end_times: v.pipe(v.array(count), v.minLength(1)),
  everyone: v.record(v.string(), v.array(count)),
});

/** Builds the request for a chart of an organisation's statistics, as a member with an API key. */
export function zulipRequest(organisation: string, chart: ZulipChartName): WebRequest {
  return {
    url: `${organisation}/api/v1/analytics/chart_data?chart_name=${chart}`,
    format: 'json',
    auth: ['ZULIP_EMAIL', 'ZULIP_KEY'],
  };
}

/** Builds the source shared by all charts of an organisation's statistics. */
export function zulipSource(organisation: string): ZulipSource {
  return {
    id: 'zulip',
    source: { name: 'Zulip statistics', url: `${organisation}/stats`, licence: 'not stated' },
    minInterval: '6h',
    updatePeriod: '7d',
    staleAfter: '90d',
    needs: ['ZULIP_EMAIL', 'ZULIP_KEY'],
  };
}

export type ZulipSource = Omit<RefreshRecipe, 'ask' | 'parse'>;

/** Reads a chart; the account's own series is dropped. */
export function readZulipChart(answer: unknown): ZulipChart {
  const { end_times: ends, everyone: series } = formats.toShape(CHART, answer);
  for (const [name, counts] of Object.entries(series)) {
    if (counts.length !== ends.length) {
      throw new Error(`everyone.${name} has ${counts.length} counts for ${ends.length} times`);
    }
  }
  // A count ends at the start of the next: its day is the one before midnight.
  const last = new Date(((ends.at(-1) ?? 0) - 1) * 1000);
  return { asOf: last.toISOString().slice(0, 10), series };
}

/** Finds a series of a chart by name, or throws. */
export function findSeries({ series }: ZulipChart, name: string): number[] {
  const counts = series[name];
  if (!counts) throw new Error(`everyone.${name} is missing`);
  return counts;
}
