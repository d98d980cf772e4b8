import { Injectable, inject } from '@angular/core';
import { Directory, Say } from '@papan/board-platform';
import type { DossierTrouble, RefusalView } from '@papan/contracts';
import type {
  Basis,
  CaseEnd,
  ClockRule,
  CloseReason,
  ComplianceProof,
  EmployerSource,
  Ground,
  HandoverState,
  Happening,
  IsoDate,
  IsoInstant,
  RefusalCode,
  ReopenReason,
  Step,
  StepOwner,
  Track,
  Violation,
} from '@papan/domain';
import {
  REFUSED_SERVICES,
  formatInteger,
  formatList,
  formatLongDate,
  formatMoment,
  formatRupiah,
  formatShortDate,
  formatTime,
  isIsoDate,
  weekday,
  yearOf,
} from '@papan/domain';
import type { Timer } from './timer';

/** How a case is spoken of: the same words in the list, on its page and in the dossier. */
@Injectable({ providedIn: 'root' })
export class CaseWords {
  private readonly voice = inject(Say);
  private readonly directory = inject(Directory);

  step = (step: Step | CaseEnd): string =>
    step === 'PATUH' || step === 'TUTUP' ? this.voice.word('caseStatus', step) : this.voice.word('step', step);
  track = (track: Track): string => this.voice.say(`compliance.track${track}`);
  violation = (violation: Violation): string => this.voice.word('violation', violation);

  /** "Belum mendaftar, menunggak iuran". */
  violations(list: readonly Violation[]): string {
    const words = list.map((one) => this.violation(one));
    return words.map((word, at) => (at === 0 ? word : word.charAt(0).toLocaleLowerCase() + word.slice(1))).join(', ');
  }

  integer = (value: number): string => formatInteger(value, this.voice.locale());
  rupiah = (value: number): string => formatRupiah(value, this.voice.locale());
  list = (items: readonly string[]): string => formatList(items, this.voice.locale());
  workers = (count: number): string => this.voice.say('compliance.workers', { count: this.integer(count) });

  shortDate = (date: IsoDate): string => formatShortDate(date, this.voice.locale());
  longDate = (date: IsoDate): string => formatLongDate(date, this.voice.locale());
  moment = (at: IsoInstant): string => formatMoment(at, this.voice.locale());

  /** "Sen, 9 Mar 2026". */
  dayAndDate(date: IsoDate): string {
    const names = this.voice.say('compliance.weekdays').split(',');
    return `${names[weekday(date) - 1]}, ${this.shortDate(date)}`;
  }

  /** "27 Nov": the year only where it is another than this one. */
  nearDate(date: IsoDate, today: IsoDate): string {
    const short = this.shortDate(date);
    return yearOf(date) === yearOf(today) ? short.replace(/ \d{4}$/, '') : short;
  }

  timer(timer: Timer, today: IsoDate): string {
    switch (timer.kind) {
      case 'LATE':
        return timer.days === null
          ? this.voice.say('compliance.lateUnknown')
          : this.voice.say('compliance.late', { days: timer.days });
      case 'DUE':
        return timer.ends === today ? this.voice.say('compliance.dueToday') : this.nearDate(timer.ends, today);
      case 'RECEIPT':
        return this.voice.say('compliance.awaitsReceipt');
      case 'DECREE':
        return this.voice.say('compliance.missingDecree', { year: String(timer.year) });
      case 'NONE':
        return this.voice.say('compliance.noClock');
    }
  }

  owner = (owner: StepOwner): string => this.voice.say(`compliance.owner${owner}`);
  service = (service: string): string => {
    const known = REFUSED_SERVICES.find((one) => one === service);
    return known ? this.voice.word('service', known) : service;
  };
  source = (source: EmployerSource): string => this.voice.say(`compliance.source${source}`);
  handover = (state: HandoverState | 'WITHDRAWN'): string => this.voice.say(`compliance.handover${state}`);
  proof = (proof: ComplianceProof): string => this.voice.word('proof', proof);
  closeReason = (reason: CloseReason): string => this.voice.word('closeReason', reason);
  reopenReason = (reason: ReopenReason): string => this.voice.word('reopenReason', reason);
  reading = (what: 'OPENED' | 'DOWNLOADED'): string => this.voice.say(`compliance.reading${what}`);

  /** Why a dossier could not be made yet. */
  trouble = ({ code, file }: { readonly code: DossierTrouble; readonly file: string | null }): string =>
    code === 'FILE'
      ? this.voice.say('compliance.troubleFILE', { file: file ?? this.voice.say('compliance.unknown') })
      : this.voice.say(`compliance.trouble${code}`);

  /** A date that stands in the paper: a pledge, the day of a summons, the end of a power of attorney. */
  promised(step: Step): string {
    if (step === 'SUMMONS') return this.voice.say('compliance.summonedFor');
    if (step === 'SKK') return this.voice.say('compliance.skkTerm');
    return this.voice.say(step === 'SETTLEMENT' ? 'compliance.settledUntil' : 'compliance.pledgedFor');
  }
  amount = (step: Step): string =>
    this.voice.say(
      step === 'DENDA'
        ? 'compliance.amountFine'
        : step === 'INSPECTION'
          ? 'compliance.amountDues'
          : 'compliance.amountAgreed',
    );
  workersFound = (step: Step): string =>
    this.voice.say(step === 'INSPECTION' ? 'compliance.workersFound' : 'compliance.workersPledged');
  attended = (attended: boolean | null): string =>
    this.voice.say(
      attended === null ? 'compliance.cameUnknown' : attended ? 'compliance.cameYes' : 'compliance.cameNo',
    );
  dateOrNotYet = (date: IsoDate | null): string =>
    date === null ? this.voice.say('compliance.notYet') : this.shortDate(date);

  /** "Kamis, 31 Desember 2026": what a typed date means; nothing for what is not a date yet. */
  readBack = (date: string): string => (isIsoDate(date) ? this.longDate(date) : '');

  /** Added and ended violations in one phrase. */
  changed(added: readonly Violation[], ended: readonly Violation[]): string {
    const phrases = [
      ...added.map((one) => this.voice.say('compliance.added', { violation: this.violation(one) })),
      ...ended.map((one) => this.voice.say('compliance.ended', { violation: this.violation(one) })),
    ];
    return this.list(phrases);
  }

  /** "10, 11, 30 Mar, 1, 2 Apr 2026": the month once for the days that share it. */
  dayNumbers(dates: readonly IsoDate[]): string {
    return dates
      .map((date, at) => {
        const [day = '', ...rest] = this.shortDate(date).split(' ');
        const next = dates[at + 1];
        const shares = next?.slice(0, 7) === date.slice(0, 7);
        const sameYear = next?.slice(0, 4) === date.slice(0, 4);
        return shares ? day : [day, rest[0], ...(sameYear ? [] : [rest[1]])].join(' ');
      })
      .join(', ');
  }

  /** "10 hari kerja sejak diterima". */
  clockRule(rule: ClockRule): string {
    return rule.kind === 'DATE_IN_DOCUMENT'
      ? this.voice.say('compliance.ruleDATE_IN_DOCUMENT')
      : this.voice.say(`compliance.rule${rule.kind}`, { days: rule.days });
  }

  /** "PP 86/2013 art. 6"; what is local practice is never called law. */
  basis({ kind, text }: Basis): string {
    return kind === 'LOCAL_POLICY' ? this.voice.say('compliance.localPolicy') : text;
  }

  /** A step that has to stand before another: "Teguran I yang sudah berakhir". */
  ground({ step, ended: over }: Ground): string {
    return over ? this.voice.say('compliance.groundEnded', { step: this.step(step) }) : this.step(step);
  }

  /** The short form of a "no". */
  title = ({ code, params }: RefusalView): string =>
    ended(this.voice.refusal({ code: code as RefusalCode, params }).title);

  /** A "no" of the ladder: what stands in the way, and what to do about it. */
  reason({ code, params }: RefusalView): string {
    const { title, detail, mend } = this.voice.refusal({ code: code as RefusalCode, params });
    return [title, detail, mend].filter(Boolean).map(ended).join(' ');
  }

  /** "Baru: Teguran I, 14.03": what others just did to a row. */
  news({ at, by, event }: Happening): string {
    const time = formatTime(at, this.voice.locale()).replace(' WIB', '');
    const what = event.type === 'StepTaken' ? this.step(event.data.step) : this.voice.say('compliance.newsOther');
    const who = this.agency(by.agency);
    return this.voice.say('compliance.news', { what: who === '' ? what : `${what} · ${who}`, time });
  }

  district = (code: string | null): string => (code === null ? '' : (this.directory.area(code)?.name ?? code));
  agency = (id: number | null): string => (id === null ? '' : (this.directory.agency(id)?.short ?? ''));
  person = (id: number | null): string =>
    this.directory.person(id)?.name ?? this.voice.say(id === null ? 'compliance.system' : 'compliance.someone');

  /** The name of an employer; where it was erased, its case. */
  employer = (name: string): string => name.trim() || this.voice.say('compliance.nameErased');
}

/** Titles carry no full stop; in a row of sentences they need one. */
function ended(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
