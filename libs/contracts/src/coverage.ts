import type { Cut, FigureCheck, FigureKind, FigureMapping, Movements, Segment } from '@papan/domain';
import { FIGURE_FIELDS } from '@papan/domain';
import * as z from 'zod';
import type { ImportColumn, ImportState } from './employers';
import { DateText, FreeText, Whole } from './scalars';

/** GET /api/figures: what was published about coverage, each with its source and its date; claims apart from data. */
export const PublishedFigureView = z.object({
  id: z.string(),
  region: z.object({ code: z.string(), name: z.string() }),
  kind: z.enum(['DATA', 'CLAIM']),
  asOf: DateText.nullable(),
  source: z.string(),
  registered: z.number().int().nullable(),
  registeredPercent: z.number().nullable(),
  active: z.number().int().nullable(),
  activePercent: z.number().nullable(),
  unregistered: z.number().int().nullable(),
  unregisteredPercent: z.number().nullable(),
  population: z.number().int().nullable(),
  denominator: z.string().nullable(),
  /** It says that "UHC" is reached: held against the lines in force on its date. */
  saysUhc: z.boolean(),
  note: z.string(),
});
export type PublishedFigureView = z.infer<typeof PublishedFigureView>;

/** POST /api/regions/:region/cuts: a cut of BPJS Kesehatan, as its letter or its dashboard gives it. */
export const RecordCut = z.strictObject({
  asOf: DateText,
  population: Whole,
  populationVersion: FreeText,
  registered: Whole,
  active: Whole,
  source: FreeText,
  example: z.boolean().default(false),
});
export type RecordCut = z.infer<typeof RecordCut>;

// ── Files with figures ──

/** POST /api/regions/:region/figure-files?kind=MONTH: the body is the file, `X-File-Name` its name; `IMPORT_MEGABYTES` at most. */
export const MapFigures = z.strictObject({
  mapping: z.partialRecord(z.enum(FIGURE_FIELDS), z.number().int().min(0).max(1_000)),
  /** MONTH and MOVEMENTS: the day the figures are of. */
  asOf: DateText.nullable().default(null),
  /** POPULATION: "2025-II". MONTH: the population the figures are compared with; the newest one where left out. */
  semester: FreeText.nullable().default(null),
  /** MONTH, where no population is recorded yet: the residents as the source gives them. */
  population: Whole.nullable().default(null),
  /** MONTH: places for PBI JK that the Ministry of Social Affairs gave to the region, where the source tells them. */
  quota: Whole.nullable().default(null),
  source: FreeText,
  example: z.boolean().default(false),
  /** Under which name the mapping is saved for the next file. */
  profile: FreeText.nullable().default(null),
});
/** POST /api/regions/:region/figure-files/:file/mapping: what the columns and the file are; answers the view with its preview. */
export type MapFigures = z.infer<typeof MapFigures>;

/** POST /api/regions/:region/figure-files/:file/apply. `despite`: the person has read the warnings of the preview. */
export const ApplyFigures = z.strictObject({ despite: z.boolean().default(false) });
export type ApplyFigures = z.infer<typeof ApplyFigures>;

/** GET /api/regions/:region/figure-files: the newest first. */
export interface FigureFileSummary {
  readonly id: number;
  readonly kind: FigureKind;
  readonly name: string;
  /** SHA-256 of the file, in hex. */
  readonly file: string;
  readonly rows: number;
  readonly state: ImportState;
  readonly person: number;
  readonly uploadedAt: string;
  readonly appliedAt: string | null;
  /** What it became: the day or the semester of its figures; null before it was loaded. */
  readonly of: string | null;
}

export interface FigureProfile {
  readonly name: string;
  readonly mapping: FigureMapping;
  readonly fits: boolean;
}

/** GET /api/regions/:region/figure-files/:file */
export interface FigureFileView extends FigureFileSummary {
  readonly sheet: string | null;
  readonly headingLine: number;
  readonly columns: readonly ImportColumn[];
  readonly mapping: FigureMapping;
  readonly told: Omit<MapFigures, 'mapping' | 'profile'> | null;
  readonly profile: string | null;
  readonly profiles: readonly FigureProfile[];
  readonly preview: FigurePreview | null;
}

/** What would become of the file. STOP: it cannot be loaded; WARN: it can, by a person who has read it. */
export interface FigurePreview {
  readonly checks: readonly FigureCheck[];
  /** MONTH: sums of the file. */
  readonly registered: number | null;
  readonly active: number | null;
  /** MONTH: what they are compared with. POPULATION: the sum of the file. */
  readonly population: number | null;
  /** Figures that would be taken. */
  readonly cells: number;
  /** There are figures of that day or semester already: they stay readable as an older version. */
  readonly corrects: boolean;
  /** MONTH: registered by district, in the file and in the month before; null: not known. */
  readonly districts: readonly {
    readonly area: string;
    readonly name: string;
    readonly now: number;
    readonly before: number | null;
  }[];
}

// ── The figures as they are read ──

/** A cut with where it is from. Of each day the newest version; older ones: `versions`. */
export interface CutView extends Cut {
  /** Grows with every cut of the region; names this version. */
  readonly number: number;
  readonly quota: number | null;
  /** SHA-256 of the file; null where it was typed. */
  readonly file: string | null;
  /** Who recorded it; null for the first figures of an installation. */
  readonly person: number | null;
  readonly recordedAt: string;
  /** How many older versions of the same day there are. */
  readonly older: number;
  /** Whether it is told by segments, by districts, by villages. */
  readonly level: 'TOTAL' | 'DISTRICT' | 'VILLAGE';
}

export interface PopulationView {
  readonly number: number;
  readonly semester: string;
  readonly people: number;
  readonly source: string;
  readonly example: boolean;
  readonly recordedAt: string;
}

/** What one agency did for one segment between two cuts. `until`: the cut that ends the time; null: after the newest cut. */
export interface WorkView {
  readonly until: string | null;
  readonly agency: number;
  readonly segment: Segment | null;
  readonly reported: number;
  readonly registered: number;
  readonly active: number;
}

/**
 * GET /api/regions/:region/coverage: everything the page of coverage shows, but the areas of a month. Readers outside the
 * region's own table get no work of agencies, and no segment that is small.
 */
export interface CoverageView {
  readonly region: { readonly code: string; readonly name: string; readonly example: boolean };
  readonly today: string;
  /** The newest version of each day, oldest first; 36 at most. */
  readonly cuts: readonly CutView[];
  /** Sums by segment of the cuts that tell them. */
  readonly segments: readonly {
    readonly asOf: string;
    readonly segment: Segment;
    readonly registered: number;
    readonly active: number;
  }[];
  /** Populations of semesters, oldest first; the newest version of each. */
  readonly populations: readonly PopulationView[];
  readonly movements: readonly { readonly asOf: string; readonly movements: Movements }[];
  readonly work: readonly WorkView[];
  /** The shapes of an uploaded map layer, if one is up. */
  readonly map: MapLayerView | null;
}

/** Figures of one area on one day. Null: no figure is known, which is not 0. */
export interface AreaFigure {
  readonly area: string;
  readonly name: string;
  readonly kind: 'DISTRICT' | 'VILLAGE';
  readonly population: number | null;
  readonly registered: number | null;
  readonly active: number | null;
  /** Registered and active by segment; a segment without anybody is left out. */
  readonly segments: Readonly<Partial<Record<Segment, readonly [registered: number, active: number]>>>;
  /** Figures of this area were hidden from the reader because they are small, or beside a small one. */
  readonly hidden?: true;
}

/**
 * GET /api/regions/:region/coverage/months/:asOf: the areas of a month, by code; districts are sums of their villages.
 * Readers outside the region's own table get districts without segments, small counts hidden.
 */
export interface MonthView {
  readonly cut: CutView;
  /** Older versions of the same day, newest first: nothing is overwritten. */
  readonly versions: readonly CutView[];
  readonly areas: readonly AreaFigure[];
}

/** GET /api/regions/:region/coverage/areas/:area: one district over the months, oldest first; months that do not tell it are left out. */
export interface AreaMonthsView {
  readonly area: string;
  readonly name: string;
  readonly months: readonly (AreaFigure & { readonly asOf: string })[];
}

/** A map layer that an administrator put up; its shapes: `MapShapes`. */
export interface MapLayerView {
  readonly number: number;
  readonly source: string;
  readonly areas: number;
  readonly publishedAt: string;
}

/**
 * POST /api/regions/:region/map-layers?source=...: the body is a GeoJSON or TopoJSON file, `X-File-Name` its name;
 * `MAP_MEGABYTES` at most.
 */
export interface MapLayerCheck {
  readonly number: number;
  readonly areas: number;
  /** Areas of the region that the layer does not have. */
  readonly missing: readonly string[];
  /** Areas of other regions in the file: they were left out. */
  readonly elsewhere: number;
  readonly bytes: number;
}

/** One area of a map layer. A ring: x, y, x, y, … in whole numbers; the rings of an area are filled by the even-odd rule. */
export interface MapShape {
  /** Kemendagri code with dots. */
  readonly area: string;
  readonly rings: readonly (readonly number[])[];
}

/**
 * GET /api/regions/:region/map-layers/current: the shapes that are up, ready to be drawn in `viewBox="0 0 width height"`
 * with north above; null where none are. Asked again with `If-None-Match`, they are sent once.
 * DELETE of the same address takes them down.
 */
export interface MapShapes {
  readonly layer: MapLayerView;
  readonly width: number;
  readonly height: number;
  /** By code. */
  readonly shapes: readonly MapShape[];
}

// ── Province, claims ──

/** One regency or city as its province sees it: totals, each with date and source. */
export interface RegionFigureView {
  readonly region: string;
  readonly name: string;
  readonly cut: Cut | null;
  /** The cut of about a year before, for the gain. */
  readonly earlier: Cut | null;
}

/** GET /api/provinces/:province: "35". Sorted by code; the page ranks them with the rules of the domain. */
export interface ProvinceView {
  readonly province: string;
  readonly name: string;
  readonly regions: readonly RegionFigureView[];
  /** What was published without figures: never ranked. */
  readonly claims: readonly PublishedFigureView[];
}

/** POST /api/regions/:region/claims: a statement that was published about the region's coverage. */
export const RecordClaim = z.strictObject({
  asOf: DateText.nullable().default(null),
  source: FreeText,
  note: FreeText,
  registered: Whole.nullable().default(null),
  registeredPercent: z.number().min(0).max(1_000).nullable().default(null),
  active: Whole.nullable().default(null),
  activePercent: z.number().min(0).max(1_000).nullable().default(null),
  population: Whole.nullable().default(null),
  denominator: FreeText.nullable().default(null),
  saysUhc: z.boolean().default(false),
});
export type RecordClaim = z.infer<typeof RecordClaim>;
