import { Component, DestroyRef, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LiveStore, Say, SessionStore, problemOf } from '@papan/board-platform';
import type { HandoverReadiness, HandoverView, Problem } from '@papan/contracts';
import { ErrorState, Icon, Skeleton } from '@papan/board-ui';
import { HandoversApi } from '../api/handovers-api';
import { CaseWords } from '../case/case-words';
import { KeyNote } from '../dossiers/key-note';
import { ConfirmForm } from './confirm-form';
import { touchesHandover } from './handover-views';
import { SealingBar } from './sealing-bar';
import { WithdrawForm } from './withdraw-form';

/** Dossiers are sealed several a second: the page asks once for all of them. */
const GATHER = 400;
/** A try that failed is told by nobody: while dossiers are being made the page asks by itself. */
const ASK_AGAIN = 20_000;

/** One hand-over: what each case holds or lacks, the second person's confirmation, and the dossiers as they are sealed. */
@Component({
  selector: 'pp-handover-page',
  imports: [ConfirmForm, ErrorState, Icon, KeyNote, RouterLink, SealingBar, Skeleton, WithdrawForm],
  templateUrl: './handover-page.html',
  styleUrl: './handover-page.css',
})
export class HandoverPage {
  readonly id = input.required<string>();

  protected readonly voice = inject(Say);
  protected readonly words = inject(CaseWords);
  protected readonly session = inject(SessionStore);
  private readonly api = inject(HandoversApi);
  private readonly live = inject(LiveStore);

  private readonly fetched = signal<HandoverView | null>(null);
  private readonly readiness = signal<HandoverReadiness | null>(null);
  protected readonly problem = signal<Problem | 'UNREACHABLE' | null>(null);
  protected readonly number = computed(() => Number(this.id()));
  protected readonly form = signal<'confirm' | 'withdraw' | null>(null);
  protected readonly announce = signal('');
  private turn = 0;

  protected readonly handover = computed(() => {
    const fetched = this.fetched();
    return fetched?.id === this.number() ? fetched : null;
  });
  protected readonly said = computed(() => {
    const handover = this.handover();
    if (!handover) return [];
    const { proposedBy, proposedAt, confirmedBy, confirmedAt, number, on } = handover;
    const proposed = { who: this.words.person(proposedBy), at: this.words.moment(proposedAt) };
    const lines = [this.voice.say('compliance.proposedBy', proposed)];
    if (confirmedBy !== null && confirmedAt !== null) {
      const confirmed = { who: this.words.person(confirmedBy), at: this.words.moment(confirmedAt) };
      lines.push(this.voice.say('compliance.confirmedBy', confirmed));
    }
    if (number !== '' && on !== null) {
      lines.push(this.voice.say('compliance.underNumber', { number, date: this.words.dayAndDate(on) }));
    }
    return lines;
  });
  protected readonly rows = computed(() => {
    const [handover, readiness] = [this.handover(), this.readiness()];
    if (!handover) return [];
    const missing = new Map(readiness?.cases.map((one) => [one.case, one.missing]) ?? []);
    return handover.cases.map((one) => ({
      id: one.case,
      name: this.words.employer(one.name),
      violations: this.words.violations(one.violations),
      missing: (missing.get(one.case) ?? [])
        .filter(({ code }) => code !== 'HANDOVER_RUNS')
        .map((refusal) => this.words.reason(refusal)),
      manifest: one.manifest,
      trouble: one.trouble ? this.words.trouble(one.trouble) : '',
      mend: one.trouble ? this.voice.say(`compliance.mend${one.trouble.code}`, { id: one.case }) : '',
      sealedAt: one.sealedAt === null ? '' : this.words.moment(one.sealedAt),
      read: one.readAt === null ? '' : this.words.moment(one.readAt),
      zip: this.api.dossierAddress(one.case, 'zip'),
      pdf: this.api.dossierAddress(one.case, 'pdf'),
    }));
  });
  protected readonly missingCount = computed(() => this.rows().filter(({ missing }) => missing.length > 0).length);

  /** Dossiers that could not be made so far. */
  protected readonly troubled = computed(() => this.rows().filter(({ trouble }) => trouble !== '').length);

  private readonly proposer = computed(() => {
    const [handover, me] = [this.handover(), this.session.actor()?.person];
    return handover !== null && handover.proposedBy === me;
  });
  /** Who may confirm it sees the button; who proposed it reads why another has to. */
  protected readonly mayConfirm = computed(() => this.session.can('handover.confirm'));
  protected readonly confirmRefused = computed(() => {
    if (this.proposer()) return this.voice.say('compliance.secondPerson');
    return this.missingCount() > 0
      ? this.voice.say('compliance.confirmIncomplete', { count: this.words.integer(this.missingCount()) })
      : '';
  });
  protected readonly mayWithdraw = computed(
    () => this.session.can('handover.propose') || this.session.can('handover.confirm'),
  );
  protected readonly fingerprint = computed(() => this.handover()?.fingerprint ?? '');

  constructor() {
    effect(() => {
      const id = this.number();
      // What happened before the board began anew was not told one by one.
      this.live.snapshots();
      untracked(() => void this.load(id));
    });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = this.live.onHappenings((happenings) => {
      if (!touchesHandover(happenings, this.number())) return;
      clearTimeout(timer);
      timer = setTimeout(() => void this.load(this.number()), GATHER);
    });
    const again = setInterval(() => {
      if (this.handover()?.state === 'CONFIRMED') void this.load(this.number());
    }, ASK_AGAIN);
    inject(DestroyRef).onDestroy(() => {
      stop();
      clearInterval(again);
      clearTimeout(timer);
    });
  }

  protected reload(): void {
    void this.load(this.number());
  }

  protected toggle(form: 'confirm' | 'withdraw'): void {
    if (form === 'confirm' && this.confirmRefused() !== '') return;
    this.form.set(this.form() === form ? null : form);
  }

  protected done(): void {
    this.form.set(null);
    this.announce.set(this.voice.say('compliance.saved'));
    this.reload();
  }

  private async load(id: number): Promise<void> {
    const turn = ++this.turn;
    const result = await this.api.handover(id);
    if (turn !== this.turn) return;
    if (!result.ok) {
      if (this.handover() === null) this.problem.set(problemOf(result) ?? 'UNREACHABLE');
      return;
    }
    this.problem.set(null);
    this.fetched.set(result.value);
    if (result.value.state === 'PROPOSED') await this.check(turn, result.value);
    else this.readiness.set(null);
  }

  private async check(turn: number, { cases }: HandoverView): Promise<void> {
    const result = await this.api.readiness(cases.map((one) => one.case));
    if (turn === this.turn && result.ok) this.readiness.set(result.value);
  }
}
