import type { Problem } from '@papan/contracts';
import { type Language, sayRefusal } from '@papan/contracts/words';
import { CATALOGUE, type RefusalKind } from '@papan/domain';
import type { FullRefusal } from './refused';

/** One status for each kind of "no"; a new kind without a status does not compile. */
export const STATUS_OF_KIND: Readonly<Record<RefusalKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  hidden: 404,
  conflict: 409,
  mismatch: 422,
  throttled: 429,
  unavailable: 503,
};

/** The refusal as it travels, in the reader's language. `trace` finds the line in the log. */
export function problemOf(refusal: FullRefusal, language: Language, trace: string): Problem {
  const { code, params, rule, fields, conflicts, version, retryAfter } = refusal;
  return {
    type: `urn:papan-uhc:${code}`,
    status: STATUS_OF_KIND[CATALOGUE[code].kind],
    code,
    ...sayRefusal(language, refusal),
    rule,
    params,
    trace,
    ...(fields ? { fields } : {}),
    ...(conflicts ? { conflicts } : {}),
    ...(version === undefined ? {} : { version }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}

const SORRY = {
  id: {
    title: 'Terjadi kesalahan pada server.',
    detail: 'Permintaan ini tidak dapat diselesaikan; kesalahannya ada pada kami.',
    mend: 'Coba lagi. Bila terulang, sebutkan kode jejak kepada pengelola.',
  },
  en: {
    title: 'Something went wrong on the server.',
    detail: 'This request could not be completed; the mistake is ours.',
    mend: 'Try again. If it happens again, tell the trace code to the operator.',
  },
} as const satisfies Record<Language, object>;

/** A mistake of ours: nothing of its inside is shown, only the trace code. */
export function sorry(language: Language, trace: string): Problem {
  return {
    type: 'urn:papan-uhc:INTERNAL',
    status: 500,
    code: 'INTERNAL',
    ...SORRY[language],
    rule: '',
    params: {},
    trace,
  };
}
