import { SEGMENTS, type Segment } from '../tasks/task';

/**
 * Files with figures: the members of a month by area and segment (BPJS Kesehatan), the population of a semester by area
 * (Ministry of Home Affairs), and why people came and went in a month.
 */
export const FIGURE_KINDS = ['MONTH', 'POPULATION', 'MOVEMENTS'] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

/** Members of one segment in one village or district. */
export interface CoverageCell {
  /** Kemendagri code of the village or district: "35.05.10.1008", "35.05.10". */
  readonly area: string;
  readonly segment: Segment;
  readonly registered: number;
  readonly active: number;
}

/** Residents of one village or district. */
export interface PopulationCell {
  readonly area: string;
  readonly people: number;
}

/**
 * What a column can be. Figures stand in lines (`segment`, `registered`, `active`) or in a column for each segment
 * (`registered.PBI_JK`); an area is told by its code or by the names of district and village.
 */
export const FIGURE_FIELDS = [
  'code',
  'district',
  'village',
  'segment',
  'registered',
  'active',
  'people',
  'movement',
  ...SEGMENTS.map((segment) => `registered.${segment}` as const),
  ...SEGMENTS.map((segment) => `active.${segment}` as const),
] as const;
export type FigureField = (typeof FIGURE_FIELDS)[number];

/** Which column (from 0) holds which field. */
export type FigureMapping = Readonly<Partial<Record<FigureField, number>>>;

/** What is odd about a file. STOP: it cannot be loaded; WARN: a person decides. */
export const FIGURE_CHECKS = [
  'CELL_INVALID',
  'AREA_UNKNOWN',
  'CODE_SYSTEM',
  'SEGMENT_UNKNOWN',
  'CELL_TWICE',
  'LEVELS_MIXED',
  'ACTIVE_ABOVE_REGISTERED',
  'SUM_DIFFERS',
  'AREA_MISSING',
  'JUMP',
  'ABOVE_POPULATION',
  'ALL_ZERO',
] as const;
export type FigureCheckCode = (typeof FIGURE_CHECKS)[number];

export interface FigureCheck {
  readonly code: FigureCheckCode;
  readonly weight: 'STOP' | 'WARN';
  /** Lines of the file, from 1, the heading included; the first twenty. */
  readonly lines: readonly number[];
  /** How many lines or areas in all. */
  readonly count: number;
  /** Kemendagri codes or words of the file that it is about; the first twenty. */
  readonly about: readonly string[];
  /** SUM_DIFFERS, JUMP: what is there, and what it is compared with. */
  readonly found: number | null;
  readonly expected: number | null;
}
