import type { ClockRule } from './case';
import { STEPS } from './codes';
import { clockFor } from './clock';
import { DISNAKER, LEAD, facts } from './examples';
import { LADDER } from './ladder';
import type { LadderKnob, LadderSettings } from './ladder-setting';
import { LADDER_SETTINGS, changeSetting, choicesOf, handoverPolicyOn, inForceOn, settingOn } from './settings';

const TODAY = { today: '2026-11-02' };
const set = (step: LadderKnob, clock: ClockRule | null, from = '2026-12-01') =>
  changeSetting({ from, step, clock }, LEAD, TODAY);

describe('the waiting times of the ladder', () => {
  it('are its own until an office says otherwise, and deemed receipt is off', () => {
    for (const step of STEPS) expect(settingOn([], step, '2026-11-02')).toEqual(LADDER[step].clock);
    expect(settingOn([], 'DEEMED_RECEIPT', '2026-11-02')).toBeNull();
  });

  it('are dated: a row holds from its day on, the later one wins, of two on one day the one recorded later', () => {
    const settings: LadderSettings = [
      { from: '2026-03-01', step: 'HIMBAUAN', clock: { kind: 'CALENDAR_DAYS', days: 7 } },
      { from: '2026-02-01', step: 'HIMBAUAN', clock: { kind: 'CALENDAR_DAYS', days: 21 } },
      { from: '2026-05-01', step: 'HIMBAUAN', clock: { kind: 'CALENDAR_DAYS', days: 8 } },
      { from: '2026-05-01', step: 'HIMBAUAN', clock: null },
    ];
    const days = (day: string) => settingOn(settings, 'HIMBAUAN', day);
    expect(days('2026-01-31')).toEqual({ kind: 'CALENDAR_DAYS', days: 14 });
    expect(days('2026-02-01')).toEqual({ kind: 'CALENDAR_DAYS', days: 21 });
    expect(days('2026-04-30')).toEqual({ kind: 'CALENDAR_DAYS', days: 7 });
    expect(days('2026-05-01')).toBeNull();
    expect(settingOn(settings, 'VISIT', '2026-06-01')).toEqual({ kind: 'DATE_IN_DOCUMENT' });
  });

  it('hold for a clock by the day on which it starts, not by the day of the letter', () => {
    const settings: LadderSettings = [
      { from: '2026-06-10', step: 'HIMBAUAN', clock: { kind: 'CALENDAR_DAYS', days: 3 } },
    ];
    const dates = { on: '2026-06-08', previousEnds: null, promisedOn: null };
    const ends = (receivedOn: string) =>
      clockFor('HIMBAUAN', { ...dates, receivedOn }, { ...facts('2026-12-31'), settings })?.ends;
    expect(ends('2026-06-09')).toBe('2026-06-23');
    expect(ends('2026-06-10')).toBe('2026-06-13');
  });

  it('may be shorter than the law allows, never longer and never absent', () => {
    expect(set('TEGURAN_I', { kind: 'WORKING_DAYS', days: 7 })).toMatchObject({ type: 'LadderSettingChanged' });
    expect(set('TEGURAN_II', { kind: 'WORKING_DAYS', days: 11 })).toMatchObject({
      code: 'SETTING_BEYOND_LAW',
      params: { limit: 10, days: 11 },
      rule: 'PP 86/2013 art. 6–7',
    });
    expect(set('DENDA', { kind: 'CALENDAR_DAYS_AFTER_PREVIOUS', days: 31 })).toMatchObject({
      code: 'SETTING_BEYOND_LAW',
    });
    for (const step of ['TEGURAN_I', 'TEGURAN_II', 'DENDA'] as const) {
      expect(set(step, null)).toMatchObject({ code: 'SETTING_NOT_FOR_STEP' });
      expect(set(step, { kind: 'CALENDAR_DAYS', days: 5 })).toMatchObject({ code: 'SETTING_NOT_FOR_STEP' });
    }
  });

  it('of local practice may be counted in another way, or be none', () => {
    for (const clock of [null, { kind: 'WORKING_DAYS', days: 10 }, { kind: 'CALENDAR_DAYS', days: 366 }] as const) {
      expect(set('HIMBAUAN', clock)).toMatchObject({ type: 'LadderSettingChanged', data: { clock } });
      expect(set('DEEMED_RECEIPT', clock)).toMatchObject({ type: 'LadderSettingChanged' });
    }
    expect(set('VISIT', null)).toMatchObject({ type: 'LadderSettingChanged' });
    expect(set('VISIT', { kind: 'DATE_IN_DOCUMENT' })).toMatchObject({ type: 'LadderSettingChanged' });
  });

  it.each([
    ['HIMBAUAN', { kind: 'DATE_IN_DOCUMENT' }],
    ['HIMBAUAN', { kind: 'CALENDAR_DAYS_AFTER_PREVIOUS', days: 3 }],
    ['VISIT', { kind: 'CALENDAR_DAYS', days: 3 }],
    ['DEEMED_RECEIPT', { kind: 'DATE_IN_DOCUMENT' }],
    ['INSPECTION', { kind: 'CALENDAR_DAYS', days: 3 }],
    ['IDENTIFIED', null],
  ] as const)('of %s cannot be %j', (step, clock) => {
    expect(set(step, clock)).toMatchObject({ code: 'SETTING_NOT_FOR_STEP' });
  });

  it.each([0, -1, 367, 1.5, Number.NaN])('cannot be %d days', (days) => {
    expect(set('HIMBAUAN', { kind: 'CALENDAR_DAYS', days })).toMatchObject({ code: 'WORKING_DAYS_INVALID' });
  });

  it('begin today at the earliest, on a real date, and are set by who may', () => {
    const clock = { kind: 'CALENDAR_DAYS', days: 7 } as const;
    expect(set('HIMBAUAN', clock, '2026-11-01')).toMatchObject({
      code: 'RULE_FROM_PAST',
      rule: 'docs/domain.md#clock',
    });
    expect(set('HIMBAUAN', clock, '2026-02-30')).toMatchObject({ code: 'DATE_INVALID' });
    expect(set('HIMBAUAN', clock, '2026-11-02')).toMatchObject({ type: 'LadderSettingChanged' });
    expect(changeSetting({ from: '2026-12-01', step: 'HIMBAUAN', clock }, DISNAKER, TODAY)).toMatchObject({
      code: 'ROLE_NOT_ALLOWED',
    });
  });
});

describe('what a hand-over needs', () => {
  const setNeeds = (appeals: number, inspections: number, from = '2026-12-01', who = LEAD) =>
    changeSetting({ from, step: 'HANDOVER', clock: null, needs: { appeals, inspections } }, who, TODAY);

  it('is one appeal and one inspection until an office says otherwise, and is local policy in any case', () => {
    expect(handoverPolicyOn([], '2026-12-31')).toMatchObject({ appeals: 1, inspections: 1, from: null });
    const settings: LadderSettings = [
      { from: '2026-12-01', step: 'HANDOVER', clock: null, needs: { appeals: 2, inspections: 0 } },
      { from: '2026-12-01', step: 'HIMBAUAN', clock: null },
    ];
    expect(handoverPolicyOn(settings, '2026-11-30')).toMatchObject({ appeals: 1, inspections: 1, from: null });
    expect(handoverPolicyOn(settings, '2026-12-01')).toEqual({
      ...{ appeals: 2, inspections: 0, from: '2026-12-01' },
      basis: { kind: 'LOCAL_POLICY', text: 'docs/domain.md#handover' },
    });
    expect(settingOn(settings, 'VISIT', '2026-12-31')).toEqual({ kind: 'DATE_IN_DOCUMENT' });
  });

  it('is 0 to 9 of each and not nothing, from today at the earliest, set by who may', () => {
    expect(setNeeds(2, 0)).toEqual({
      type: 'LadderSettingChanged',
      data: { from: '2026-12-01', step: 'HANDOVER', clock: null, needs: { appeals: 2, inspections: 0 } },
      text: null,
    });
    for (const [appeals, inspections] of [
      [0, 0],
      [-1, 1],
      [1, 10],
      [1.5, 1],
    ] as const) {
      expect(setNeeds(appeals, inspections)).toMatchObject({ code: 'SETTING_PROOFS_INVALID', params: { limit: 9 } });
    }
    expect(setNeeds(1, 1, '2026-11-01')).toMatchObject({ code: 'RULE_FROM_PAST' });
    expect(setNeeds(1, 1, '2026-12-01', DISNAKER)).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
  });
});

describe('what is offered to set', () => {
  it('is every step that has a time, deemed receipt and the hand-over, and nothing that would be refused', () => {
    expect(LADDER_SETTINGS).toEqual([
      ...STEPS.filter((step) => LADDER[step].clock !== null),
      'DEEMED_RECEIPT',
      'HANDOVER',
    ]);
    for (const setting of LADDER_SETTINGS) {
      if (setting === 'HANDOVER') continue;
      const { kinds, mayBeNone, limit } = choicesOf(setting);
      for (const kind of kinds) {
        const clock = kind === 'DATE_IN_DOCUMENT' ? { kind } : { kind, days: limit ?? 366 };
        expect(set(setting, clock)).toMatchObject({ type: 'LadderSettingChanged' });
      }
      expect('type' in set(setting, null)).toBe(mayBeNone);
    }
  });

  it('holds as shipped until a row begins, which says since when', () => {
    const settings: LadderSettings = [{ from: '2026-12-01', step: 'HIMBAUAN', clock: null }];
    expect(inForceOn(settings, 'HIMBAUAN', '2026-11-30')).toMatchObject({ since: null, rule: { clock: { days: 14 } } });
    expect(inForceOn(settings, 'HIMBAUAN', '2026-12-02')).toMatchObject({ since: '2026-12-01', rule: { clock: null } });
    expect(inForceOn(settings, 'HANDOVER', '2026-12-02')).toMatchObject({
      ...{ since: null, rule: { needs: { appeals: 1, inspections: 1 } } },
    });
  });
});
