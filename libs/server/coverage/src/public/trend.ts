import type { Language } from '@papan/contracts/words';
import {
  type Cut,
  MEASURES,
  type Measure,
  daysBetween,
  formatPercent,
  formatShortDate,
  percentOf,
} from '@papan/domain';
import { type Html, html } from './html';
import type { PublicLine } from './read-public';
import { PUBLIC_WORDS, fill } from './words';

const [WIDTH, HEIGHT] = [720, 300];
const [LEFT, RIGHT, TOP, BOTTOM] = [76, 136, 16, 40];

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The percentages of the months as a picture: registered drawn through with full dots, active dashed with hollow squares, so
 * that they are told apart without colour. Each month over the population that it was published with. Empty below two months.
 */
export function trendPicture(cuts: readonly Cut[], lines: readonly PublicLine[], language: Language): Html {
  const [first, last] = [cuts[0], cuts.at(-1)];
  if (!first || !last || cuts.length < 2) return html``;
  const words = PUBLIC_WORDS[language];
  const scale = scaleOf(cuts, lines);
  const said = (measure: Measure, cut: Cut): string => formatPercent(percent(measure, cut), language);
  const title = fill(words.trendTitle, {
    from: formatShortDate(first.asOf, language),
    through: formatShortDate(last.asOf, language),
  });
  const text = fill(words.trendText, {
    ...{ registeredFrom: said('registered', first), registered: said('registered', last) },
    ...{ activeFrom: said('active', first), active: said('active', last) },
  });
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="trend-title trend-text">
    <title id="trend-title">${title}</title>
    <desc id="trend-text">${text}</desc>
    ${ticks(scale, language)} ${lines.map((line) => ruleLine(scale.y(line.percent)))}
    ${MEASURES.map((measure) => drawn(measure, cuts, scale, words[measure]))}
    <text x="${LEFT}" y="${HEIGHT - 12}">${formatShortDate(first.asOf, language)}</text>
    <text x="${WIDTH - RIGHT}" y="${HEIGHT - 12}" text-anchor="end">${formatShortDate(last.asOf, language)}</text>
  </svg>`;
}

interface Scale {
  readonly low: number;
  readonly high: number;
  readonly x: (cut: Cut) => number;
  readonly y: (percent: number) => number;
}

function scaleOf(cuts: readonly Cut[], lines: readonly PublicLine[]): Scale {
  const percents = [
    ...cuts.flatMap((cut) => MEASURES.map((measure) => percent(measure, cut))),
    ...lines.map((line) => line.percent),
  ];
  const low = Math.max(0, Math.floor((Math.min(...percents) - 1) / 5) * 5);
  const high = Math.ceil((Math.max(...percents) + 1) / 5) * 5;
  const start = cuts[0]?.asOf ?? '';
  const days = Math.max(1, daysBetween(start, cuts.at(-1)?.asOf ?? start));
  return {
    ...{ low, high },
    x: ({ asOf }) => round(LEFT + (daysBetween(start, asOf) / days) * (WIDTH - LEFT - RIGHT)),
    y: (value) => round(TOP + ((high - value) / (high - low)) * (HEIGHT - TOP - BOTTOM)),
  };
}

function ticks({ low, high, y }: Scale, language: Language): readonly Html[] {
  const step = (high - low) / 5 <= 5 ? 5 : 10;
  const marks = Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, at) => low + at * step);
  return marks.map(
    (mark) =>
      html`<line class="axis" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(mark)}" y2="${y(mark)}" />
        <text x="${LEFT - 8}" y="${y(mark) + 4}" text-anchor="end">${formatPercent(mark, language, 0)}</text>`,
  );
}

function ruleLine(y: number): Html {
  return html`<line class="rule" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y}" y2="${y}" />`;
}

function drawn(measure: Measure, cuts: readonly Cut[], { x, y }: Scale, name: string): Html {
  const points = cuts.map((cut): Point => ({ x: x(cut), y: y(percent(measure, cut)) }));
  const end = points.at(-1) ?? { x: 0, y: 0 };
  const path = points.map((point) => `${point.x},${point.y}`).join(' ');
  return html`<polyline class="line ${measure}" points="${path}" />${points.map((point) => dot(measure, point))}
    <text x="${end.x + 10}" y="${end.y + 4}">${name}</text>`;
}

function dot(measure: Measure, { x, y }: Point): Html {
  return measure === 'registered'
    ? html`<circle class="dot registered" cx="${x}" cy="${y}" r="3.5" />`
    : html`<rect class="dot active" x="${x - 3}" y="${y - 3}" width="6" height="6" />`;
}

function percent(measure: Measure, cut: Cut): number {
  return percentOf(cut[measure], cut.population) ?? 0;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
