import { Component, DestroyRef, afterNextRender, computed, inject, signal, viewChild } from '@angular/core';
import type { ElementRef } from '@angular/core';
import { Say, Submission } from '@papan/board-platform';
import type { CounterAnswer } from '@papan/contracts';
import { HandoversApi } from '../api/handovers-api';
import { CaseWords } from '../case/case-words';
import { CaseProblem } from '../forms/submission-problem';

/** The answer leaves the screen by itself: the next person at the counter is not to read it. In milliseconds. */
const SHOWN_FOR = 30_000;

/** One field, a NIB in, one answer out: whether public services are refused to this employer, and nothing else. */
@Component({
  selector: 'pp-counter-page',
  imports: [CaseProblem],
  templateUrl: './counter-page.html',
  styleUrl: './counter-page.css',
  host: { '(document:keydown.escape)': 'clear()' },
})
export class CounterPage {
  protected readonly voice = inject(Say);
  protected readonly words = inject(CaseWords);
  protected readonly submission = new Submission();
  private readonly api = inject(HandoversApi);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  protected readonly nib = signal('');
  protected readonly answer = signal<CounterAnswer | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected readonly headline = computed(() => {
    const answer = this.answer();
    if (answer === null) return '';
    if (answer.answer !== 'LIFTED') return this.voice.say(`compliance.counter${answer.answer}`);
    const date = answer.liftedOn === null ? '' : this.words.longDate(answer.liftedOn);
    return this.voice.say('compliance.counterLIFTED', { date });
  });
  protected readonly caseText = computed(() => {
    const id = this.answer()?.case ?? null;
    return id === null ? '' : this.voice.say('compliance.caseNumber', { id });
  });

  constructor() {
    afterNextRender(() => this.field().nativeElement.focus());
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected type(event: Event): void {
    this.answer.set(null);
    this.submission.reset();
    this.nib.set((event.target as HTMLInputElement).value);
  }

  protected async check(event: Event): Promise<void> {
    event.preventDefault();
    const nib = this.nib().replace(/[\s.-]/g, '');
    if (nib === '') return;
    const answer = await this.submission.send({ nib }, (sent) => this.api.check(sent));
    if (!answer) return;
    this.answer.set(answer);
    this.nib.set('');
    this.field().nativeElement.focus();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.answer.set(null), SHOWN_FOR);
  }

  protected clear(): void {
    clearTimeout(this.timer);
    this.answer.set(null);
    this.submission.reset();
    this.nib.set('');
    this.field().nativeElement.focus();
  }
}
