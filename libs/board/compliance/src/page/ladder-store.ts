import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { Directory, SessionStore } from '@papan/board-platform';
import type { LadderView } from '@papan/contracts';
import type { LadderFacts } from '@papan/domain';
import { CasesApi } from '../api/cases-api';

/** The dated settings of the ladder: what a date that is typed would start. Without them no date is previewed. */
@Injectable({ providedIn: 'root' })
export class LadderStore {
  private readonly api = inject(CasesApi);
  private readonly session = inject(SessionStore);
  private readonly directory = inject(Directory);
  private readonly view = signal<LadderView | null>(null);

  readonly facts = computed<Omit<LadderFacts, 'today'> | null>(() => {
    const view = this.view();
    if (view === null) return null;
    // Newest first as they are told; the rules want the oldest first.
    return { settings: [...view.settings].reverse(), decrees: this.directory.decrees() };
  });

  constructor() {
    effect(() => {
      const region = this.session.region();
      const reads = this.session.can('case.read');
      untracked(() => {
        this.view.set(null);
        if (region !== null && reads) void this.load();
      });
    });
  }

  private async load(): Promise<void> {
    const region = this.session.region();
    const result = await this.api.ladder();
    if (result.ok && region === this.session.region()) this.view.set(result.value);
  }
}
