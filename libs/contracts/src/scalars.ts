import * as z from 'zod';

/** What every store can keep and every hash can say: no U+0000, no half of a character (a lone surrogate). */
export const PlainText = z.string().regex(/^[^\u0000\p{Surrogate}]*$/u);
/** Client-made UUID (version 7) of a command or an entry; the same one in small letters, however it was written. */
export const Uuid = z.uuid().toLowerCase();
/** `2026-12-31`; that the day exists is checked by the domain. */
export const DateText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** UTC instant, `2026-12-31T16:59:59.000Z`. */
export const Instant = z.string();
/** Kemendagri code of a regency or city: `35.05`. */
export const RegionCode = z.string().regex(/^\d{2}\.\d{2}$/);
/** Small number of a thing within its region: task, agency, person, campaign, blocker. */
export const SmallId = z.number().int().positive().max(2_000_000_000);
/** A whole number; limits and signs are the domain's to refuse, so that the refusal can teach. */
export const Whole = z.number();
/** Free text; emptiness, length and characters are the domain's to refuse. Capped here against abuse only. */
export const FreeText = PlainText.max(4_000);
