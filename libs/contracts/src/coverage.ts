import * as z from 'zod';
import { DateText } from './scalars';

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
  population: z.number().int().nullable(),
  denominator: z.string().nullable(),
  note: z.string(),
});
export type PublishedFigureView = z.infer<typeof PublishedFigureView>;
