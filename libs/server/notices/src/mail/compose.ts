import type { Locale, NoticeKind } from '@papan/domain';
import { groupNotices } from '@papan/domain';
import { word } from '@papan/contracts/words';
import { noticeGroup, sayMail, sayNotice } from '@papan/contracts/words/notices';

/** What a mail is made of. */
export interface MailContent {
  readonly language: Locale;
  readonly regionName: string;
  readonly notices: readonly {
    readonly kind: NoticeKind;
    readonly params: Readonly<Record<string, string | number>>;
  }[];
  /** Address of the board, where it is known. */
  readonly link: string | null;
  readonly isSample: boolean;
}

/** So many lines of one kind are written out; a longer list is read on the board. */
const LINES = 20;

/** Subject and text of one mail with all its notices, the most pressing first. */
export function composeMail(content: MailContent): { readonly subject: string; readonly text: string } {
  const { language, regionName, notices, link, isSample } = content;
  const line = (notice: MailContent['notices'][number]): string =>
    sayNotice(language, notice, (code) => word(language, 'blocker', code as never));
  const [first] = notices;
  const subject =
    notices.length === 1 && first
      ? sayMail(language, 'subjectOne', { first: line(first) })
      : sayMail(language, 'subjectMany', { count: notices.length });
  const groups = groupNotices(notices).map((group) => {
    const lines = group.notices.slice(0, LINES).map((notice) => `- ${line(notice)}`);
    const left = group.notices.length - lines.length;
    if (left > 0) lines.push(`- ${sayMail(language, 'more', { count: left })}`);
    return [noticeGroup(language, group.kind), ...lines].join('\n');
  });
  const parts = [
    ...(isSample ? [sayMail(language, 'sample')] : []),
    sayMail(language, 'greeting', { region: regionName }),
    ...groups,
    ...(link === null ? [] : [sayMail(language, 'link', { link })]),
    sayMail(language, 'closing'),
  ];
  return { subject, text: `${parts.join('\n\n')}\n` };
}
