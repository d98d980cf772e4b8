import { Component, computed, inject, signal } from '@angular/core';
import { Directory, LiveStore, Say, SayPipe, Submission } from '@papan/board-platform';
import { ProblemBox, TextField } from '@papan/board-ui';
import type { EscalationView } from '@papan/contracts';
import { rungWord } from '@papan/contracts/words/notices';
import { DEFAULT_ESCALATION, ESCALATION_RUNGS, formatMoment, formatShortDate } from '@papan/domain';
import { NoticesApi } from '../../notices/notices-api';

/** After how many working days late each rung is told, and in which hours: a dated rule; and how the mails stand. */
@Component({
  selector: 'pp-escalation-panel',
  imports: [ProblemBox, SayPipe, TextField],
  templateUrl: './escalation-panel.html',
})
export class EscalationPanel {
  private readonly api = inject(NoticesApi);
  private readonly live = inject(LiveStore);
  private readonly directory = inject(Directory);
  private readonly voice = inject(Say);
  protected readonly submission = new Submission();

  protected readonly view = signal<EscalationView | null>(null);
  protected readonly delays = ESCALATION_RUNGS.map((rung) => ({ rung, days: signal('') }));
  protected readonly opens = signal('');
  protected readonly closes = signal('');
  protected readonly from = signal('');
  protected readonly isSaved = signal(false);
  protected readonly problem = computed(() => {
    if (this.submission.unreachable()) return this.voice.unreachable();
    const no = this.submission.no();
    return no === null ? null : this.voice.refusal(no);
  });
  protected readonly holds = computed(() => {
    const from = this.view()?.today.from;
    if (from === undefined || from === DEFAULT_ESCALATION.from) return this.voice.say('notices.holdsShipped');
    return this.voice.say('notices.holdsSince', { from: formatShortDate(from, this.voice.locale()) });
  });

  constructor() {
    void this.load();
  }

  protected delayLabel(rung: (typeof ESCALATION_RUNGS)[number]): string {
    return this.voice.say('notices.afterOf', { rung: rungWord(this.voice.language(), rung) });
  }

  protected ruleLine({ from, delays, opens, closes }: EscalationView['today']): string {
    const day = formatShortDate(from, this.voice.locale());
    return this.voice.say('notices.ruleLine', { from: day, delays: delays.join(' · '), opens, closes });
  }

  protected outboxLine({ waiting, sent, givenUp }: EscalationView['mail']): string {
    return this.voice.say('notices.outboxLine', { waiting, sent, givenUp });
  }

  protected failureLine({ person, tries, error, at }: EscalationView['mail']['failures'][number]): string {
    const name = this.directory.person(person)?.name ?? String(person);
    const moment = formatMoment(at, this.voice.locale());
    return this.voice.say('notices.failedTo', { name, tries, error: error ?? '–', at: moment });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.isSaved.set(false);
    const body = {
      from: this.from(),
      delays: this.delays.map(({ days }) => (/^\d{1,3}$/.test(days().trim()) ? Number(days()) : -1)),
      opens: this.opens().trim().replace('.', ':'),
      closes: this.closes().trim().replace('.', ':'),
    };
    const saved = await this.submission.send(body, (same, command) => this.api.setEscalation(same, command));
    if (!saved) return;
    await this.load();
    this.isSaved.set(true);
  }

  private async load(): Promise<void> {
    const result = await this.api.escalation();
    if (!result.ok) return;
    const { today } = result.value;
    this.view.set(result.value);
    for (const [at, { days }] of this.delays.entries()) days.set(String(today.delays[at] ?? ''));
    this.opens.set(today.opens);
    this.closes.set(today.closes);
    this.from.set(this.live.today());
  }
}
