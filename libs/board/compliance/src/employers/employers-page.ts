import { Component, DestroyRef, computed, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { Directory, LiveStore, Say, SessionStore, problemOf } from '@papan/board-platform';
import type { EmployerList, Problem } from '@papan/contracts';
import { EmptyState, ErrorState, SelectField, Skeleton } from '@papan/board-ui';
import { missingWorkers } from '@papan/domain';
import { EmployerWords } from './employer-words';
import { EmployersApi } from './employers-api';
import { isAboutEmployers } from './is-about-employers';
import { SearchMemory } from './search-memory';

/** Typing is answered when it pauses. */
const PAUSE = 250;

/** The register of employers: found by name or number, fifty at a time. */
@Component({
  selector: 'pp-employers-page',
  imports: [EmptyState, ErrorState, RouterLink, SelectField, Skeleton],
  templateUrl: './employers-page.html',
  styleUrl: './employers-page.css',
})
export class EmployersPage {
  protected readonly voice = inject(Say);
  protected readonly words = inject(EmployerWords);
  protected readonly memory = inject(SearchMemory);
  private readonly api = inject(EmployersApi);
  private readonly directory = inject(Directory);
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);

  private readonly query = toSignal(this.route.queryParamMap, { requireSync: true });
  protected readonly district = computed(() => this.query().get('kecamatan') ?? '');
  protected readonly page = computed(() => Math.max(1, Math.trunc(Number(this.query().get('halaman') ?? '1')) || 1));
  protected readonly mayWrite = computed(() => this.session.can('employer.write'));

  protected readonly list = signal<EmployerList | null>(null);
  protected readonly problem = signal<Problem | 'UNREACHABLE' | null>(null);
  protected readonly missing = missingWorkers;
  protected readonly pages = computed(() => {
    const list = this.list();
    return list === null ? 1 : Math.max(1, Math.ceil(list.total / list.pageSize));
  });
  protected readonly districts = computed(() => [
    { value: '', text: this.voice.say('employers.allDistricts') },
    ...this.directory.areas().map(({ code, name }) => ({ value: code, text: name })),
  ]);
  protected readonly found = computed(() => {
    const list = this.list();
    return list === null ? '' : this.voice.say('employers.found', { count: this.words.integer(list.total) });
  });
  protected readonly filtered = computed(() => this.memory.words().trim() !== '' || this.district() !== '');

  private asked = 0;
  private pause: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      this.page();
      this.district();
      untracked(() => void this.load());
    });
    const stop = inject(LiveStore).onHappenings((happenings) => {
      if (happenings.some(isAboutEmployers)) void this.load();
    });
    inject(DestroyRef).onDestroy(() => {
      stop();
      clearTimeout(this.pause);
    });
  }

  protected type(event: Event): void {
    this.memory.words.set((event.target as HTMLInputElement).value);
    clearTimeout(this.pause);
    this.pause = setTimeout(() => (this.page() === 1 ? void this.load() : this.go({ halaman: null })), PAUSE);
  }

  protected choose(district: string): void {
    this.go({ kecamatan: district || null, halaman: null });
  }

  protected clear(): void {
    this.memory.words.set('');
    if (this.district() === '' && this.page() === 1) void this.load();
    else this.go({ kecamatan: null, halaman: null });
  }

  /** Later questions win over earlier answers. */
  protected async load(): Promise<void> {
    const turn = ++this.asked;
    const result = await this.api.search({
      q: this.memory.words().slice(0, 100),
      district: this.district() || null,
      page: this.page(),
    });
    if (turn !== this.asked) return;
    if (result.ok) this.list.set(result.value);
    this.problem.set(result.ok ? null : (problemOf(result) ?? 'UNREACHABLE'));
  }

  private go(queryParams: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams, queryParamsHandling: 'merge' });
  }
}
