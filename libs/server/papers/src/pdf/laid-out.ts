import { type IsoInstant, calendarDate, epochMillis, instantFromMillis } from '@papan/domain';
import type { Paper, PaperSetting } from '../data';
import { cleanValues } from '../forms/clean';
import { type FilledForm, fillForm } from '../forms/fill';
import { FORMS } from '../forms/forms';
import { valuesOf } from '../values/values';

const SIZES: Readonly<Record<PaperSetting['size'], { readonly width: number; readonly height: number }>> = {
  A4: { width: 210, height: 297 },
  F4: { width: 215, height: 330 },
};

/** The face of the papers where the region names none: metrics of Arial, SIL Open Font License. */
const FACE = 'Arimo';

/** A word longer than this may break anywhere: a word must not run off the page. */
const LONGEST_WORD = 32;
const LONG_WORD = new RegExp(`\\S{${LONGEST_WORD + 1},}`, 'gu');
const BREAK_HERE = '\u200B';

/** The JSON that `paper.typ` reads. */
export function laidOut(paper: Paper, setting: PaperSetting): string {
  const filled = fillForm(FORMS[paper.kind], cleanValues(valuesOf(paper, setting)));
  return JSON.stringify({
    ...softened(filled),
    ...SIZES[setting.size],
    demo: setting.demo,
    date: dateOf(setting.madeAt),
    fonts: setting.font ? [setting.font, FACE] : [FACE],
  });
}

function softened(filled: FilledForm): FilledForm {
  return JSON.parse(JSON.stringify(filled), (_, value: unknown) =>
    typeof value === 'string' ? value.replace(LONG_WORD, breakable) : value,
  ) as FilledForm;
}

function breakable(word: string): string {
  const characters = Array.from(word);
  const parts = [];
  for (let at = 0; at < characters.length; at += LONGEST_WORD / 4) {
    parts.push(characters.slice(at, at + LONGEST_WORD / 4).join(''));
  }
  return parts.join(BREAK_HERE);
}

/** The moment as the arguments of a date in Typst, which writes it as UTC. */
function dateOf(madeAt: IsoInstant): Readonly<Record<string, number>> {
  const [date = '', time = ''] = instantFromMillis(epochMillis(madeAt)).split('T');
  const [hour = 0, minute = 0, second = 0] = time.slice(0, 8).split(':').map(Number);
  return { ...calendarDate(date), hour, minute, second };
}
