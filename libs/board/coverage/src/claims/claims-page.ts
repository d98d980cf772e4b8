import { Component, DestroyRef, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { LiveStore, Say, SessionStore } from '@papan/board-platform';
import { EmptyState, ErrorState, Skeleton } from '@papan/board-ui';
import type { PublishedFigureView } from '@papan/contracts';
import { CLAIM_STATUSES } from '@papan/domain';
import type { ClaimStatus } from '@papan/domain';
import { CoverageRooms } from '../rooms/coverage-rooms';
import { ClaimForm } from './claim-form';
import { ClaimSentences } from './claim-sentences';
import { ClaimsApi } from './claims-api';
import { verdictOf } from './read-figure';
import { ClaimStatusMark } from './status-mark';

const IN_ADDRESS: Readonly<Record<ClaimStatus, string>> = {
  SUPPORTED: 'didukung',
  CONTRADICTED: 'bertentangan',
  CANNOT_BE_CHECKED: 'tidak-dapat-diperiksa',
};

/** The register of what was published about coverage: each statement with source, date, status, and what follows from it. */
@Component({
  selector: 'pp-claims-page',
  imports: [ClaimForm, ClaimStatusMark, CoverageRooms, EmptyState, ErrorState, Skeleton],
  templateUrl: './claims-page.html',
  styleUrl: './claims-page.css',
})
export class ClaimsPage {
  protected readonly voice = inject(Say);
  private readonly api = inject(ClaimsApi);
  private readonly sentences = inject(ClaimSentences);
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);

  private readonly query = toSignal(this.route.queryParamMap, { requireSync: true });
  private readonly claims = signal<readonly PublishedFigureView[] | null>(null);
  protected readonly failed = signal(false);
  protected readonly recording = signal(false);
  protected readonly news = signal('');
  protected readonly mayRecord = computed(() => this.session.can('claim.record'));

  protected readonly status = computed(
    () => CLAIM_STATUSES.find((one) => IN_ADDRESS[one] === this.query().get('status')) ?? null,
  );
  private readonly all = computed(() => this.claims()?.map((claim) => this.row(claim)) ?? null);
  protected readonly filters = computed(() => {
    const all = this.all() ?? [];
    return CLAIM_STATUSES.map((status) => ({
      status,
      text: this.voice.say('figures.statusCount', {
        status: this.voice.say(`figures.status${status}`),
        count: all.filter((row) => row.status === status).length,
      }),
    }));
  });
  protected readonly allText = computed(() => this.voice.say('figures.statusAll', { count: this.all()?.length ?? 0 }));
  protected readonly regions = computed(() => {
    const all = this.all();
    if (all === null) return null;
    const shown = all.filter(({ status }) => this.status() === null || status === this.status());
    return [...new Set(shown.map(({ code }) => code))].map((code) => {
      const rows = shown.filter((row) => row.code === code);
      return { code, name: rows[0]?.name ?? code, rows };
    });
  });

  constructor() {
    void this.load();
    const stop = inject(LiveStore).onHappenings((happenings) => {
      if (happenings.some(({ event }) => event.type === 'ClaimRecorded')) void this.load();
    });
    inject(DestroyRef).onDestroy(stop);
  }

  protected show(status: ClaimStatus | null): void {
    const queryParams = { status: status === null ? null : IN_ADDRESS[status] };
    void this.router.navigate([], { relativeTo: this.route, queryParams, replaceUrl: true });
  }

  protected saved(): void {
    this.recording.set(false);
    this.news.set(this.voice.say('figures.claimSaved'));
    void this.load();
  }

  protected async load(): Promise<void> {
    const result = await this.api.claims();
    if (result.ok) this.claims.set(result.value);
    this.failed.set(!result.ok && this.claims() === null);
  }

  private row(claim: PublishedFigureView) {
    const verdict = verdictOf(claim);
    return {
      ...{ id: claim.id, code: claim.region.code, name: claim.region.name },
      ...{ note: claim.note, source: claim.source, saysUhc: claim.saysUhc },
      date: this.sentences.date(claim.asOf),
      figures: this.sentences.figures(claim),
      status: verdict.status,
      why: this.voice.say(`figures.why${verdict.reason}`),
      follows: this.sentences.follows(claim, verdict),
    };
  }
}
