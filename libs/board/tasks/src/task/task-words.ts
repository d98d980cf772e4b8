import { Injectable, inject } from '@angular/core';
import { Directory, Say } from '@papan/board-platform';
import type { Blocker, Happening, Task, Unit } from '@papan/domain';
import {
  daysBetween,
  formatBytes,
  formatInteger,
  formatList,
  formatLongDate,
  formatRelative,
  formatRupiah,
  formatShortDate,
  formatSigned,
  wibDate,
  yearOf,
} from '@papan/domain';
import type { DueState, StatusKind } from '@papan/board-ui';
import { dueState, statusKind } from '@papan/board-ui';

/** One line of a history: the sentence, and what was written with it. */
export interface HistoryLine {
  readonly seq: number;
  readonly at: string;
  readonly sentence: string;
  readonly remark: string;
}

/** How a task is spoken of: the same words on the card, in the drawer and on the phone. */
@Injectable({ providedIn: 'root' })
export class TaskWords {
  private readonly voice = inject(Say);
  private readonly directory = inject(Directory);

  label = (task: Pick<Task, 'id' | 'agency'>): string => this.directory.taskLabel(task);

  integer = (value: number): string => formatInteger(value, this.voice.locale());

  /** "1.214 jiwa", "Rp10.069.000". */
  amount(value: number, unit: Unit): string {
    if (unit === 'rupiah') return formatRupiah(value, this.voice.locale());
    return this.voice.say('tasks.amount', { count: this.integer(value), unit: this.voice.word('unit', unit) });
  }

  /** "+86", "+Rp1.000.000". */
  signed(value: number, unit: Unit): string {
    if (unit === 'rupiah') return `${value > 0 ? '+' : ''}${formatRupiah(value, this.voice.locale())}`;
    return formatSigned(value, this.voice.locale());
  }

  kind = (task: Task, openBlockers: number): StatusKind => statusKind(task.status, openBlockers);

  /** The word of the chip: the column's where the card is blocked, else the status's own. */
  statusWord(task: Task, openBlockers: number): string {
    const kind = statusKind(task.status, openBlockers);
    return kind === 'BLOCKED' ? this.voice.word('column', 'BLOCKED') : this.voice.word('status', task.status);
  }

  /** "4 hari" in this status; nothing where work is over or has not begun to count. */
  age(task: Task, now: string, since: string = task.since): string {
    if (task.status === 'DONE' || task.status === 'CANCELLED' || task.status === 'TRANSFERRED') return '';
    const days = daysBetween(wibDate(since), wibDate(now));
    return days <= 0 ? '' : this.voice.say('board.ageDays', { days });
  }

  due = (task: Task, today: string): DueState => dueState(task.due, today, this.directory.decrees());

  /** "27 Nov", "Hari ini", "Lewat 3 hari". */
  dueText(task: Task, today: string): string {
    const { urgency, daysLate } = this.due(task, today);
    if (urgency === 'late') return this.voice.say('board.late', { days: daysLate });
    if (task.due === today) return this.voice.say('board.dueToday');
    const short = formatShortDate(task.due, this.voice.locale());
    return yearOf(task.due) === yearOf(today) ? short.replace(/ \d{4}$/, '') : short;
  }

  /** "Kamis, 31 Desember 2026 · 27 hari kerja lagi": what a typed date means. */
  readBack(due: string, today: string): string {
    const date = formatLongDate(due, this.voice.locale());
    if (due < today) return this.voice.say('tasks.dueReadBackPast', { date });
    const { workingDaysLeft } = dueState(due, today, this.directory.decrees());
    if (workingDaysLeft !== null) return this.voice.say('tasks.dueReadBack', { date, days: workingDaysLeft });
    return this.voice.say('tasks.dueReadBackDays', { date, days: daysBetween(today, due), year: yearOf(due) });
  }

  agencyShort = (id: number): string => this.directory.agency(id)?.short ?? `#${id}`;
  agencyName = (id: number): string => this.directory.agency(id)?.name ?? `#${id}`;
  areaName = (code: string | null): string => (code === null ? '' : (this.directory.area(code)?.name ?? code));
  personName = (id: number | null): string =>
    this.directory.person(id)?.name ?? this.voice.say(id === null ? 'tasks.system' : 'tasks.someone');

  /** "Rini S.": short enough for a card; a single name stays as it is. */
  personShort(id: number | null): string {
    const [first = '', ...rest] = this.personName(id).replace(/,.*$/, '').split(' ');
    const last = rest.at(-1);
    return last ? `${first} ${last.slice(0, 1)}.` : first;
  }

  moment = (at: string, now: string): string => formatRelative(at, now, this.voice.locale());

  /** What happened, in a sentence each; `blockers` tells the kind of a lifted one. */
  history(happenings: readonly Happening[], task: Task, blockers: readonly Blocker[]): readonly HistoryLine[] {
    const corrected = new Map(
      happenings.flatMap(({ event }) =>
        event.type === 'ProgressReported' ? [[event.data.entry, event.data] as const] : [],
      ),
    );
    return happenings.map((happening) => ({
      seq: happening.seq,
      at: happening.at,
      sentence: this.sentence(happening, task, blockers, (entry) => {
        const named = corrected.get(entry);
        return named ? `${this.signed(named.delta, task.unit)} (${this.shortDate(named.on)})` : '';
      }),
      remark: this.remark(happening),
    }));
  }

  shortDate = (date: string): string => formatShortDate(date, this.voice.locale());

  private sentence(
    { by, event }: Happening,
    task: Task,
    blockers: readonly Blocker[],
    corrected: (entry: string) => string,
  ): string {
    const language = this.voice.language();
    const who = this.personName(by.person);
    const unit = task.unit === 'rupiah' ? '' : this.voice.word('unit', task.unit);
    const amount = (value: number): string =>
      task.unit === 'rupiah' ? formatRupiah(value, language) : this.integer(value);
    switch (event.type) {
      case 'TaskCreated': {
        const { agency, target, due } = event.data;
        return this.voice.event(event.type, {
          who,
          agency: this.agencyShort(agency),
          target: amount(target),
          unit,
          due: this.shortDate(due),
        });
      }
      case 'TaskEdited': {
        const fields = event.data.fields.map((field) => this.voice.word('field', field));
        return this.voice.event(event.type, { who, fields: formatList(fields, language) });
      }
      case 'TaskMoved': {
        const [from, to] = [event.data.from, event.data.to].map((status) => this.voice.word('status', status));
        return this.voice.event(event.type, { who, from: from ?? '', to: to ?? '' });
      }
      case 'TaskReassigned': {
        const { agency, newTask, amount: handed } = event.data;
        const label = this.directory.taskLabel({ id: newTask, agency });
        const to = this.agencyShort(agency);
        return this.voice.event(event.type, { who, amount: amount(handed), unit, agency: to, newTask: label });
      }
      case 'ProgressReported': {
        const { delta, on } = event.data;
        return this.voice.event(event.type, { who, delta: amount(delta), unit, on: this.shortDate(on) });
      }
      case 'ProgressCorrected': {
        const { delta, corrects } = event.data;
        const named = corrected(corrects);
        return this.voice.event(event.type, { who, delta: this.signed(delta, task.unit), unit, corrected: named });
      }
      case 'ProgressVerified': {
        const sum = (measure: 'registered' | 'active'): string =>
          formatSigned(
            event.data.entries.reduce((total, entry) => total + (entry.measure === measure ? entry.delta : 0), 0),
            language,
          );
        const [registered, active] = [sum('registered'), sum('active')];
        return this.voice.event(event.type, { who, registered, active, asOf: this.shortDate(event.data.asOf) });
      }
      case 'BlockerRaised': {
        const blocker = this.voice.word('blocker', event.data.code);
        return this.voice.event(event.type, { who, blocker, agency: this.agencyShort(event.data.lifter) });
      }
      case 'BlockerLifted': {
        const code = blockers.find((one) => one.id === event.data.blocker)?.code;
        return this.voice.event(event.type, { who, blocker: code ? this.voice.word('blocker', code) : '' });
      }
      case 'EvidenceAttached': {
        const { kind, bytes } = event.data;
        const name = event.text?.name ?? this.voice.say('tasks.unnamedFile');
        const size = formatBytes(bytes, language);
        return this.voice.event(event.type, { who, name, kind: kind.toUpperCase(), size });
      }
      case 'AllocationSet': {
        const { agency, measure, people } = event.data;
        return this.voice.event(event.type, {
          who,
          people: this.integer(people),
          measure: this.voice.word('measure', measure),
          agency: this.agencyShort(agency),
        });
      }
      case 'CutRecorded': {
        const { asOf, registered, active, population } = event.data;
        return this.voice.event(event.type, {
          who,
          asOf: this.shortDate(asOf),
          registered: this.integer(registered),
          active: this.integer(active),
          population: this.integer(population),
        });
      }
      default:
        // What happens to employers stands in no history of a task.
        return '';
    }
  }

  /** What was written beside it; empty where nothing was, or where it was erased. */
  private remark({ event }: Happening): string {
    if (event.text === null) return '';
    if ('reason' in event.text) return this.voice.say('tasks.reasonOf', { text: event.text.reason });
    if ('note' in event.text) return this.voice.say('tasks.noteOf', { text: event.text.note });
    return event.type === 'BlockerRaised' ? event.text.text : '';
  }
}
