import { Component, computed, inject, signal } from '@angular/core';
import { BoardApi, Directory, LiveStore, Say, SayPipe, SessionStore, newCommandId } from '@papan/board-platform';
import type { No } from '@papan/board-platform';
import { EmptyState, ProblemBox } from '@papan/board-ui';
import {
  MEASURES,
  allocationKey,
  canBeInstructed,
  formatInteger,
  formatPercent,
  formatShortDate,
  isRefusal,
  missingTo,
  parseIndonesianInteger,
} from '@papan/domain';
import type { Measure } from '@papan/domain';
import { sharesOf, workByAgency } from './summary';

/** The missing people, shared out over the agencies; the lead changes the shares in place. */
@Component({
  selector: 'pp-allocation-panel',
  imports: [EmptyState, ProblemBox, SayPipe],
  templateUrl: './allocation-panel.html',
  styleUrl: './allocation-panel.css',
})
export class AllocationPanel {
  private readonly api = inject(BoardApi);
  private readonly live = inject(LiveStore);
  private readonly directory = inject(Directory);
  private readonly session = inject(SessionStore);
  protected readonly voice = inject(Say);

  protected readonly measures = MEASURES;
  protected readonly measure = signal<Measure>('registered');
  protected readonly editing = signal(false);
  protected readonly saving = signal<number | null>(null);
  protected readonly notice = signal('');
  private readonly no = signal<No | 'UNREACHABLE' | null>(null);

  protected readonly mayEdit = computed(() => this.session.can('allocation.set'));
  private readonly campaign = this.directory.campaign;
  protected readonly line = computed(() => this.campaign()?.lines.find(({ measure }) => measure === this.measure()));

  /** Missing according to the cut itself, so that what is verified since does not look like shared out too much. */
  private readonly missing = computed(() => {
    const [cut, line] = [this.live.cut(), this.line()];
    return cut && line ? missingTo(line.percent, cut[line.measure], cut.population).missing : null;
  });
  protected readonly hint = computed(() => {
    const [cut, line, missing] = [this.live.cut(), this.line(), this.missing()];
    if (!cut || !line || missing === null) return '';
    return this.voice.say('home.allocationHint', {
      people: this.number(missing),
      percent: formatPercent(line.percent, this.voice.locale(), 0),
      date: formatShortDate(cut.asOf, this.voice.locale()),
    });
  });

  protected readonly shares = computed(() => {
    const [campaign, missing] = [this.campaign(), this.missing()];
    if (!campaign || missing === null) return null;
    const all = sharesOf(this.live.allocation(), campaign.id, this.measure(), this.directory.agencies(), missing);
    return isRefusal(all) ? null : all;
  });

  protected readonly rows = computed(() => {
    const [campaign, shares] = [this.campaign(), this.shares()];
    if (!campaign || !shares) return [];
    const work = workByAgency(this.live.allTasks(), campaign.id, this.measure());
    const people = new Map(shares.parts.map((part) => [part.agency, part.people]));
    return this.directory
      .agencies()
      .filter(({ id, kind }) => people.has(id) || (this.editing() && canBeInstructed(kind)))
      .map(({ id, name, short }) => ({
        id,
        name,
        short,
        people: people.get(id) ?? 0,
        ...(work.get(id) ?? { reported: 0, verified: 0 }),
      }))
      .sort((a, b) => (this.editing() ? a.id - b.id : b.people - a.people || a.id - b.id));
  });

  protected readonly problem = computed(() => {
    const no = this.no();
    if (no === null) return null;
    return no === 'UNREACHABLE' ? this.voice.unreachable() : this.voice.refusal(no);
  });

  protected number(value: number): string {
    return formatInteger(value, this.voice.locale());
  }

  /** Saves what was typed; text that is no number stays in the field with the reason above. */
  protected async save(agency: number, field: HTMLInputElement): Promise<void> {
    const campaign = this.campaign();
    const people = parseIndonesianInteger(field.value);
    this.notice.set('');
    if (isRefusal(people)) {
      this.no.set(people);
      field.setAttribute('aria-invalid', 'true');
      return;
    }
    field.removeAttribute('aria-invalid');
    this.no.set(null);
    if (!campaign || people === this.standing(agency)) return;
    this.saving.set(agency);
    const result = await this.api.setAllocation(campaign.id, this.measure(), agency, people, newCommandId());
    this.saving.set(null);
    if (result.ok) {
      const name = this.directory.agency(agency)?.short ?? '';
      this.notice.set(this.voice.say('home.shareSaved', { agency: name }));
    } else {
      this.no.set('problem' in result ? result.problem : 'UNREACHABLE');
    }
  }

  protected reset(agency: number, field: HTMLInputElement): void {
    field.value = this.number(this.standing(agency));
    field.removeAttribute('aria-invalid');
    this.no.set(null);
    field.select();
  }

  private standing(agency: number): number {
    const campaign = this.campaign();
    return campaign ? (this.live.allocation()[allocationKey(campaign.id, this.measure(), agency)] ?? 0) : 0;
  }
}
