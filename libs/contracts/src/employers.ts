import type {
  Employer,
  EmployerField,
  EmployerPlan,
  Happening,
  ImportField,
  ImportSource,
  MatchReason,
  Refusal,
  Violation,
} from '@papan/domain';
import { IMPORT_FIELDS, VIOLATIONS } from '@papan/domain';
import * as z from 'zod';
import { FreeText, PlainText, SmallId } from './scalars';

// ── Said upward ──

/** POST /api/regions/:region/employers/search: words of a name or digits of a number; they never stand in an address. */
export const SearchEmployers = z.strictObject({
  q: PlainText.max(100).default(''),
  district: PlainText.max(20).nullable().default(null),
  page: z.number().int().min(1).max(10_000).default(1),
});
export type SearchEmployers = z.infer<typeof SearchEmployers>;

/** POST /api/regions/:region/employers/:employer/apart: this one and `other` look alike and are two employers. */
export const KeepEmployersApart = z.strictObject({ other: SmallId });
export type KeepEmployersApart = z.infer<typeof KeepEmployersApart>;

// POST /api/regions/:region/imports?source=DPMPTSP: the body is the file, `X-File-Name` its name; IMPORT_MEGABYTES at most.

/** POST /api/regions/:region/imports/:import/mapping: which column is what; answers the ImportView with its preview. */
export const MapImport = z.strictObject({
  mapping: z.partialRecord(z.enum(IMPORT_FIELDS), z.number().int().min(0).max(1_000)),
  /** The violation of every employer of the list, where no column tells it. */
  violation: z.enum(VIOLATIONS).nullable().default(null),
  /** Under which name the mapping is saved for the next list. */
  profile: FreeText.nullable().default(null),
});
export type MapImport = z.infer<typeof MapImport>;

/** PUT /api/regions/:region/imports/:import/decisions: which lines are an employer that is known, and which are none. */
export const DecideDoubles = z.strictObject({
  decisions: z
    .array(
      z.strictObject({
        line: SmallId,
        verdict: z.enum(['SAME', 'DIFFERENT', 'OPEN']),
        /** Who it is; with SAME. */
        employer: SmallId.nullable().default(null),
      }),
    )
    .min(1)
    .max(500),
});
export type DecideDoubles = z.infer<typeof DecideDoubles>;

/** POST /api/regions/:region/imports/:import/apply */
export const ApplyImport = z.strictObject({});
export type ApplyImport = z.infer<typeof ApplyImport>;

// ── Said downward ──

/** GET /api/regions/:region/employers?district=&page= and the answer to a search: fifty at a time, by name. */
export interface EmployerList {
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly employers: readonly EmployerRow[];
}

export interface EmployerRow extends Employer {
  /** The case that is open against it. */
  readonly openCase: number | null;
}

/** Somebody who may be the same employer. */
export interface DoubleView {
  readonly employer: Employer;
  readonly reason: MatchReason;
  /** How alike names and addresses are, 0 to 100. */
  readonly percent: number;
}

/** GET /api/regions/:region/employers/:employer */
export interface EmployerDetail {
  readonly employer: Employer;
  readonly openCase: number | null;
  readonly doubles: readonly DoubleView[];
  /** What happened to the employer, oldest first: the newest two hundred. */
  readonly history: readonly Happening[];
}

/** GET /api/regions/:region/employers/doubles: pairs that look alike and that nobody has decided, the likeliest first. */
export interface DoublePairs {
  readonly total: number;
  readonly pairs: readonly {
    readonly one: Employer;
    readonly other: Employer;
    readonly reason: MatchReason;
    readonly percent: number;
  }[];
}

export interface ImportColumn {
  /** From 0. */
  readonly column: number;
  readonly heading: string;
  readonly samples: readonly string[];
}

export interface ImportProfile {
  readonly name: string;
  readonly mapping: Readonly<Partial<Record<ImportField, number>>>;
  readonly violation: Violation | null;
  /** Its headings are those of this list. */
  readonly fits: boolean;
}

/** One line that cannot be taken, and everything that is wrong with it. */
export interface InvalidLine {
  readonly line: number;
  readonly name: string;
  readonly problems: readonly Pick<Refusal, 'code' | 'params' | 'rule'>[];
}

export interface ChangedLine {
  readonly line: number;
  readonly employer: number;
  readonly name: string;
  readonly fields: readonly {
    readonly field: EmployerField;
    readonly from: string | number | null;
    readonly to: string | number | null;
  }[];
}

export interface DoubtfulLine {
  readonly line: number;
  readonly row: EmployerPlan;
  readonly doubles: readonly DoubleView[];
  readonly verdict: 'SAME' | 'DIFFERENT' | 'OPEN';
  readonly employer: number | null;
}

/** What would become of the list. Lines are shown up to a limit; the counts are whole. */
export interface ImportPreview {
  readonly counts: {
    readonly created: number;
    readonly changed: number;
    readonly unchanged: number;
    readonly invalid: number;
    readonly doubtful: number;
    readonly undecided: number;
    /** Employers with a violation that have no open case yet; once loaded, the cases that were opened. */
    readonly cases: number;
  };
  readonly invalid: readonly InvalidLine[];
  readonly changed: readonly ChangedLine[];
  readonly doubtful: readonly DoubtfulLine[];
}

export const IMPORT_STATES = ['UPLOADED', 'CHECKED', 'APPLIED'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** GET /api/regions/:region/imports */
export interface ImportSummary {
  readonly id: number;
  readonly source: ImportSource;
  readonly name: string;
  readonly rows: number;
  readonly state: ImportState;
  readonly person: number;
  readonly uploadedAt: string;
  readonly appliedAt: string | null;
}

/** GET /api/regions/:region/imports/:import, and the answer to the upload, the mapping and the decisions. */
export interface ImportView extends ImportSummary {
  /** Of a workbook. */
  readonly sheet: string | null;
  readonly headingLine: number;
  readonly columns: readonly ImportColumn[];
  /** As it was said, or as it is proposed. */
  readonly mapping: Readonly<Partial<Record<ImportField, number>>>;
  readonly violation: Violation | null;
  /** The saved profile that is proposed. */
  readonly profile: string | null;
  readonly profiles: readonly ImportProfile[];
  /** Null until it was said which column is what. */
  readonly preview: ImportPreview | null;
}
