import { Injectable, PendingTasks, computed, effect, inject, signal, untracked } from '@angular/core';
import type {
  AgencyView,
  AreaView,
  CampaignView,
  Directory as DirectoryView,
  DecreeView,
  PersonView,
} from '@papan/contracts';
import { taskLabel } from '@papan/domain';
import type { Task } from '@papan/domain';
import { BoardApi } from '../api/board-api';
import { SessionStore } from '../session/session-store';

/** The names around the table of the active region: agencies, people, areas, campaigns, holiday decrees. */
@Injectable({ providedIn: 'root' })
export class Directory {
  private readonly api = inject(BoardApi);
  private readonly session = inject(SessionStore);
  private readonly pending = inject(PendingTasks);
  private readonly book = signal<DirectoryView | null>(null);
  /** For those who read no directory. */
  private readonly calendar = signal<readonly DecreeView[]>([]);
  private readonly failedNow = signal(false);
  private asked = 0;

  readonly loaded = computed(() => this.book() !== null);
  readonly failed = this.failedNow.asReadonly();
  readonly region = computed(() => this.book()?.region ?? null);
  readonly agencies = computed<readonly AgencyView[]>(() => this.book()?.agencies ?? []);
  readonly people = computed<readonly PersonView[]>(() => this.book()?.people ?? []);
  /** Districts; villages are left out. */
  readonly areas = computed<readonly AreaView[]>(() => this.book()?.areas ?? []);
  readonly campaigns = computed<readonly CampaignView[]>(() => this.book()?.campaigns ?? []);
  readonly decrees = computed<readonly DecreeView[]>(() => this.book()?.decrees ?? this.calendar());
  /** The running campaign; the newest where several run. */
  readonly campaign = computed<CampaignView | null>(() => this.campaigns().findLast((one) => one.open) ?? null);

  private readonly agencyById = computed(() => new Map(this.agencies().map((one) => [one.id, one])));
  private readonly personById = computed(() => new Map(this.people().map((one) => [one.id, one])));
  private readonly areaByCode = computed(() => new Map(this.areas().map((one) => [one.code, one])));
  private readonly campaignById = computed(() => new Map(this.campaigns().map((one) => [one.id, one])));

  constructor() {
    effect(() => {
      const region = this.session.region();
      const reads = this.session.can('board.read') || this.session.can('figures.read');
      untracked(() => {
        this.book.set(null);
        this.calendar.set([]);
        if (region && reads) void this.load();
        else if (region && this.session.can('dossier.read')) void this.loadCalendar();
      });
    });
  }

  agency = (id: number | null): AgencyView | undefined => (id === null ? undefined : this.agencyById().get(id));
  person = (id: number | null): PersonView | undefined => (id === null ? undefined : this.personById().get(id));
  area = (code: string | null): AreaView | undefined => (code === null ? undefined : this.areaByCode().get(code));
  campaignOf = (id: number): CampaignView | undefined => this.campaignById().get(id);

  /** `DSK-118`: the prefix of the agency that has the task. */
  taskLabel = ({ id, agency }: Pick<Task, 'id' | 'agency'>): string => taskLabel(this.agency(agency)?.prefix ?? '', id);

  /** Fetches the names anew; answers of a region that was left meanwhile are dropped. */
  async load(): Promise<void> {
    const turn = ++this.asked;
    const asked = this.api.directory();
    // No page is complete without names: whatever waits for a drawn page waits for them too.
    this.pending.run(() => asked);
    const result = await asked;
    if (turn !== this.asked) return;
    this.failedNow.set(!result.ok);
    if (result.ok) this.book.set(result.value);
  }

  private async loadCalendar(): Promise<void> {
    const turn = ++this.asked;
    const asked = this.api.decrees();
    this.pending.run(() => asked);
    const result = await asked;
    if (turn === this.asked && result.ok) this.calendar.set(result.value);
  }
}
