import { type Locale, type NoticeKind, type Rung, formatShortDate, isIsoDate } from '@papan/domain';
import { NOTICES_EN } from './notices.en';
import { NOTICES_ID } from './notices.id';
import type { SameShape } from './shape';

/** The words of notices; beside the other books, so that a board fetches them with its bell and not before. */
const BOOKS: Readonly<Record<Locale, SameShape<typeof NOTICES_ID>>> = { id: NOTICES_ID, en: NOTICES_EN };

/** What a sentence is made of: the kind, and its codes, labels, numbers and dates. */
export interface SaidNotice {
  readonly kind: NoticeKind;
  readonly params: Readonly<Record<string, string | number>>;
}

/** One line: `sayNotice('id', { kind: 'OVERDUE', params: { label: 'DSK-118', due: '2026-11-10' } }, …)`. */
export function sayNotice(
  language: Locale,
  { kind, params }: SaidNotice,
  blockerWord: (code: string) => string,
): string {
  const book = BOOKS[language];
  const said = (name: string, value: string | number): string => {
    if (typeof value === 'number') return String(value);
    if (name === 'rung' || name === 'step') return find(book[name], value);
    if (name === 'blocker') return blockerWord(value);
    return isIsoDate(value) ? formatShortDate(value, language) : value;
  };
  const isOwn = (kind === 'TASK_ESCALATED' || kind === 'STEP_ESCALATED') && params['rung'] === 'OPERATOR';
  return fill(isOwn ? book.own[kind] : book.kind[kind], (name) => {
    const value = params[name];
    return value === undefined ? undefined : said(name, value);
  });
}

/** "Lewat tenggat": the heading over notices of one kind. */
export function noticeGroup(language: Locale, kind: NoticeKind): string {
  return BOOKS[language].group[kind];
}

/** Who is told on a rung: "kepala instansi". */
export function rungWord(language: Locale, rung: Rung): string {
  return BOOKS[language].rung[rung];
}

type MailText = keyof typeof NOTICES_ID.mail;

/** A sentence of a mail, its braces filled in. */
export function sayMail(
  language: Locale,
  text: MailText,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return fill(BOOKS[language].mail[text], (name) => params[name]?.toString());
}

/** The word for a code; a code of a later version stays as it is. */
function find(words: Readonly<Record<string, string>>, code: string): string {
  return (Object.hasOwn(words, code) ? words[code] : undefined) ?? code;
}

function fill(text: string, say: (name: string) => string | undefined): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => say(name) ?? whole);
}
