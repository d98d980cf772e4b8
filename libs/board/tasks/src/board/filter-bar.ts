import { Component, computed, inject, input, output, viewChild } from '@angular/core';
import type { ElementRef } from '@angular/core';
import { Directory, LetterKeys, Preferences, Say } from '@papan/board-platform';
import { Icon, SelectField } from '@papan/board-ui';
import type { Choice } from '@papan/board-ui';
import { TASK_STATUSES } from '@papan/domain';
import type { BoardFilter, LaneKind } from './filter';
import { EVERYTHING, LANE_KINDS, isFiltered } from './filter';

/** The filters of the board as controls; every change goes into the address. */
@Component({
  selector: 'pp-filter-bar',
  imports: [Icon, SelectField],
  template: `
    <pp-select-field
      labelHidden
      [label]="voice.say('board.agencyFilter')"
      [choices]="agencies()"
      [value]="filter().agency?.toString() ?? ''"
      (valueChange)="filterChange.emit({ agency: $event === '' ? null : +$event })"
    />
    <pp-select-field
      labelHidden
      [label]="voice.say('board.lanesFilter')"
      [choices]="laneChoices()"
      [value]="filter().lanes"
      (valueChange)="filterChange.emit({ lanes: laneOf($event) })"
    />
    <pp-select-field
      labelHidden
      [label]="voice.say('board.statusFilter')"
      [choices]="statuses()"
      [value]="filter().status ?? ''"
      (valueChange)="filterChange.emit({ status: statusOf($event) })"
    />
    <button
      type="button"
      class="button"
      [attr.aria-pressed]="filter().mine"
      (click)="filterChange.emit({ mine: !filter().mine })"
    >
      {{ voice.say('board.mine') }}
    </button>
    <button
      type="button"
      class="button"
      [attr.aria-pressed]="filter().overdue"
      (click)="filterChange.emit({ overdue: !filter().overdue })"
    >
      {{ voice.say('board.overdue', { count: overdue() }) }}
    </button>
    <div class="search">
      <pp-icon name="search" />
      <input
        #search
        class="input"
        type="search"
        autocomplete="off"
        [attr.aria-label]="voice.say('board.search')"
        [placeholder]="voice.say('board.search')"
        [value]="filter().text"
        (input)="type($event)"
      />
    </div>
    @if (filtered()) {
      <button type="button" class="button quiet" (click)="filterChange.emit(cleared())">
        {{ voice.say('board.clear') }}
      </button>
    }
    <details class="display" (focusout)="shut($event)">
      <summary class="button icon-only" [attr.aria-label]="voice.say('board.display')">
        <pp-icon name="settings" />
      </summary>
      <div class="choices">
        <button
          type="button"
          class="button"
          [attr.aria-pressed]="preferences.density() === 'compact'"
          (click)="preferences.density.set(preferences.density() === 'compact' ? 'comfortable' : 'compact')"
        >
          {{ voice.say('board.dense') }}
        </button>
        <button
          type="button"
          class="button"
          [attr.aria-pressed]="preferences.flash()"
          (click)="preferences.flash.set(!preferences.flash())"
        >
          {{ voice.say(preferences.flash() ? 'board.flashOn' : 'board.flashOff') }}
        </button>
        <button type="button" class="button" [attr.aria-pressed]="letters.on()" (click)="letters.on.set(!letters.on())">
          {{ voice.say(letters.on() ? 'board.keysOn' : 'board.keysOff') }}
        </button>
      </div>
    </details>
    <ng-content />
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px;
      padding: 8px 12px;
    }
    pp-select-field {
      flex: 0 1 176px;
    }
    pp-select-field ::ng-deep .input,
    .search .input {
      font-size: var(--text-s);
    }
    .search {
      position: relative;
      flex: 0 1 190px;
    }
    .search pp-icon {
      position: absolute;
      inset: 0 auto 0 10px;
      align-items: center;
      color: var(--muted);
      pointer-events: none;
    }
    .search .input {
      padding-inline-start: 32px;
    }
    .display {
      position: relative;
    }
    summary {
      list-style: none;
    }
    summary::-webkit-details-marker {
      display: none;
    }
    .choices {
      position: absolute;
      z-index: 20;
      inset-block-start: calc(100% + 4px);
      inset-inline-end: 0;
      display: grid;
      gap: 6px;
      inline-size: max-content;
      padding: 8px;
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--bg);
    }
    @media (max-width: 639px) {
      :host {
        flex-wrap: nowrap;
        overflow-x: auto;
      }
      :host > * {
        flex: none;
      }
      .display {
        display: none;
      }
    }
  `,
})
export class FilterBar {
  readonly filter = input.required<BoardFilter>();
  readonly overdue = input.required<number>();
  readonly filterChange = output<Partial<BoardFilter>>();

  protected readonly voice = inject(Say);
  protected readonly preferences = inject(Preferences);
  protected readonly letters = inject(LetterKeys);
  private readonly directory = inject(Directory);
  private readonly search = viewChild.required<ElementRef<HTMLInputElement>>('search');

  protected readonly filtered = computed(() => isFiltered(this.filter()));
  protected readonly agencies = computed<readonly Choice[]>(() => [
    { value: '', text: this.voice.say('board.allAgencies') },
    ...this.directory
      .agencies()
      .filter((agency) => agency.kind !== 'PARTNER')
      .map((agency) => ({ value: String(agency.id), text: agency.short })),
  ]);
  protected readonly laneChoices = computed<readonly Choice[]>(() =>
    LANE_KINDS.map((kind) => ({ value: kind, text: this.voice.say(LANE_WORDS[kind]) })),
  );
  protected readonly statuses = computed<readonly Choice[]>(() => [
    { value: '', text: this.voice.say('board.allStatuses') },
    ...TASK_STATUSES.map((status) => ({ value: status, text: this.voice.word('status', status) })),
  ]);
  protected readonly cleared = computed(() => ({ ...EVERYTHING, lanes: this.filter().lanes }));

  focusSearch(): void {
    this.search().nativeElement.focus();
  }

  protected laneOf = (value: string): LaneKind => LANE_KINDS.find((kind) => kind === value) ?? 'agency';
  protected statusOf = (value: string): BoardFilter['status'] =>
    TASK_STATUSES.find((status) => status === value) ?? null;

  protected type(event: Event): void {
    this.filterChange.emit({ text: (event.target as HTMLInputElement).value });
  }

  protected shut(event: FocusEvent): void {
    const details = event.currentTarget as HTMLDetailsElement;
    if (!(event.relatedTarget instanceof Node) || !details.contains(event.relatedTarget)) details.open = false;
  }
}

const LANE_WORDS = {
  agency: 'board.laneAgency',
  segment: 'board.laneSegment',
  district: 'board.laneDistrict',
  none: 'board.laneNone',
} as const satisfies Record<LaneKind, string>;
