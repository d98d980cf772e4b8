import * as z from 'zod';
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
