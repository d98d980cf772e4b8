import * as fc from 'fast-check';
import { SHIPPED_DECREES } from '../calendar/decrees';
import { epochMillis, instantFromMillis, wibInstant } from '../calendar/wib';
import { DEFAULT_CHOICE, MAIL_MODES, type NoticeChoice, afterQuiet, checkChoice, isQuiet, mailSlot } from './choice';
import { DEFAULT_ESCALATION } from './escalation';
import { MAIL_TRIES, groupNotices, retryAfterMinutes } from './mail';
import { NOTICE_KINDS } from './notice';

const choice = (over: Partial<NoticeChoice> = {}): NoticeChoice => ({ ...DEFAULT_CHOICE, ...over });
const slot = (over: Partial<NoticeChoice>, day: string, time: string) =>
  mailSlot(choice(over), DEFAULT_ESCALATION, SHIPPED_DECREES, wibInstant(day, time));

describe('quiet hours', () => {
  it('may go over midnight', () => {
    const quiet = (time: string) => isQuiet(choice(), wibInstant('2026-11-16', time));
    expect(['19:59', '20:00', '23:59', '00:00', '05:59', '06:00'].map(quiet)).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  it('may lie within a day, or be none', () => {
    const noon = choice({ quietFrom: '12:00', quietUntil: '13:00' });
    expect(isQuiet(noon, wibInstant('2026-11-16', '12:30'))).toBe(true);
    expect(isQuiet(noon, wibInstant('2026-11-16', '13:00'))).toBe(false);
    const never = choice({ quietFrom: '00:00', quietUntil: '00:00' });
    expect(isQuiet(never, wibInstant('2026-11-16', '00:00'))).toBe(false);
  });

  it('end this evening or tomorrow morning, whichever comes', () => {
    expect(afterQuiet(choice(), wibInstant('2026-11-16', '22:00'))).toBe(wibInstant('2026-11-17', '06:00'));
    expect(afterQuiet(choice(), wibInstant('2026-11-17', '03:00'))).toBe(wibInstant('2026-11-17', '06:00'));
    expect(afterQuiet(choice(), wibInstant('2026-11-17', '09:00'))).toBe(wibInstant('2026-11-17', '09:00'));
  });

  it.each(['7:00', '24:00', '07.00', '', 'pagi'])('are not written as %p', (quietFrom) => {
    expect(checkChoice(choice({ quietFrom }))).toMatchObject({ code: 'WALL_TIME_INVALID' });
  });
});

describe('the letter that a notice goes into', () => {
  it('is that of the next morning of a working day', () => {
    expect(slot({}, '2026-11-16', '06:59')).toBe(wibInstant('2026-11-16', '07:30'));
    expect(slot({}, '2026-11-16', '10:00')).toBe(wibInstant('2026-11-17', '07:30'));
    expect(slot({}, '2026-12-23', '10:00')).toBe(wibInstant('2026-12-28', '07:30'));
  });

  it('is that of the next minute for who wants it at once, or of the end of the quiet hours', () => {
    const atOnce = { mail: 'AT_ONCE' } as const;
    expect(slot(atOnce, '2026-11-16', '10:00:01')).toBe(wibInstant('2026-11-16', '10:01'));
    expect(slot(atOnce, '2026-11-16', '10:00:59')).toBe(wibInstant('2026-11-16', '10:01'));
    expect(slot(atOnce, '2026-11-16', '21:00')).toBe(wibInstant('2026-11-17', '06:00'));
  });

  it('is none for who wants none', () => {
    expect(slot({ mail: 'OFF' }, '2026-11-16', '10:00')).toBeNull();
  });

  it('always goes out later than now, and never in the quiet hours', () => {
    const times = fc.tuple(fc.nat(23), fc.nat(59)).map(([h, m]) => `${pad(h)}:${pad(m)}`);
    const choices = fc.record({
      mail: fc.constantFrom(...MAIL_MODES),
      language: fc.constant('id' as const),
      quietFrom: times,
      quietUntil: times,
    });
    const moments = fc
      .nat(400 * 86_400)
      .map((s) => instantFromMillis(epochMillis('2026-01-01T00:00:00.000Z') + s * 1000));
    fc.assert(
      fc.property(choices, moments, (any, now) => {
        const goes = mailSlot(any, DEFAULT_ESCALATION, SHIPPED_DECREES, now);
        if (goes === null) return expect(any.mail).toBe('OFF');
        expect(goes > now).toBe(true);
        expect(isQuiet(any, goes)).toBe(false);
      }),
    );
  });
});

describe('a mail that is not taken', () => {
  it('is tried again later each time, and given up after eight tries', () => {
    const waits = Array.from({ length: MAIL_TRIES }, (_, at) => retryAfterMinutes(at + 1));
    expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, null]);
  });
});

describe('a digest', () => {
  it('has what is late first, and in each group the order in which it came', () => {
    const groups = groupNotices([
      { kind: 'ASSIGNED', nth: 1 },
      { kind: 'OVERDUE', nth: 2 },
      { kind: 'ASSIGNED', nth: 3 },
    ] as const);
    expect(groups).toEqual([
      { kind: 'OVERDUE', notices: [{ kind: 'OVERDUE', nth: 2 }] },
      {
        kind: 'ASSIGNED',
        notices: [
          { kind: 'ASSIGNED', nth: 1 },
          { kind: 'ASSIGNED', nth: 3 },
        ],
      },
    ]);
  });

  it('leaves none out', () => {
    const all = NOTICE_KINDS.map((kind) => ({ kind }));
    expect(groupNotices(all).flatMap(({ notices }) => notices)).toHaveLength(all.length);
  });
});

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
