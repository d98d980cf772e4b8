import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import type { ElementRef } from '@angular/core';
import { Directory, Say } from '@papan/board-platform';
import { Icon, SelectField, TextField } from '@papan/board-ui';
import type { Choice } from '@papan/board-ui';
import { STEPS, VIOLATIONS } from '@papan/domain';
import { CaseWords } from '../case/case-words';
import { SearchText } from './search-text';
import { SORTS } from './views';
import type { CaseFilter } from './views';

/** The filters of the list as controls; all but the text go into the address. */
@Component({
  selector: 'pp-case-filter-bar',
  imports: [Icon, SelectField, TextField],
  template: `
    <div class="search">
      <pp-icon name="search" />
      <input
        #find
        class="input"
        type="search"
        autocomplete="off"
        [attr.aria-label]="voice.say('compliance.search')"
        [placeholder]="voice.say('compliance.search')"
        [value]="search.text()"
        (input)="search.text.set(find.value)"
      />
    </div>
    <pp-select-field
      labelHidden
      [label]="voice.say('compliance.districtFilter')"
      [choices]="districts()"
      [value]="filter().district ?? ''"
      (valueChange)="filterChange.emit({ district: $event || null })"
    />
    <pp-select-field
      labelHidden
      [label]="voice.say('compliance.violationFilter')"
      [choices]="violations()"
      [value]="filter().violation ?? ''"
      (valueChange)="filterChange.emit({ violation: violationOf($event) })"
    />
    <pp-select-field
      labelHidden
      [label]="voice.say('compliance.stepFilter')"
      [choices]="steps()"
      [value]="filter().step ?? ''"
      (valueChange)="filterChange.emit({ step: stepOf($event) })"
    />
    <pp-select-field
      labelHidden
      [label]="voice.say('compliance.sortFilter')"
      [choices]="sorts()"
      [value]="filter().sort"
      (valueChange)="filterChange.emit({ sort: sortOf($event), down: false })"
    />
    @if (filter().task; as task) {
      <span class="small">{{ voice.say('compliance.taskFilter', { task }) }}</span>
    }
    @if (filtered()) {
      <button type="button" class="button quiet" (click)="cleared.emit()">{{ voice.say('compliance.clear') }}</button>
    }
    <button type="button" class="button quiet save" [attr.aria-expanded]="naming()" (click)="naming.set(!naming())">
      {{ voice.say('compliance.saveView') }}
    </button>
    @if (naming()) {
      <form class="naming" (submit)="save($event)">
        <pp-text-field
          [label]="voice.say('compliance.viewName')"
          [hint]="voice.say('compliance.viewNameHint')"
          [(value)]="name"
        />
        <div class="row">
          <button type="submit" class="button primary">{{ voice.say('compliance.save') }}</button>
          <button type="button" class="button" (click)="naming.set(false)">{{ voice.say('compliance.cancel') }}</button>
        </div>
      </form>
    }
  `,
  styles: `
    :host {
      position: relative;
      display: flex;
      flex: none;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px;
      padding: 2px 16px 8px;
    }
    pp-select-field {
      flex: 0 1 190px;
    }
    pp-select-field ::ng-deep .input,
    .search .input {
      font-size: var(--text-s);
    }
    .search {
      position: relative;
      flex: 1 1 220px;
      max-inline-size: 320px;
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
    .naming {
      position: absolute;
      z-index: 20;
      inset-block-start: 100%;
      inset-inline-end: 16px;
      display: grid;
      gap: 8px;
      inline-size: min(320px, calc(100vw - 32px));
      padding: 12px;
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--bg);
    }
    @media (max-width: 639px) {
      :host {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        padding-inline: 12px;
      }
      .search,
      .naming {
        grid-column: 1 / -1;
        max-inline-size: none;
      }
      .naming {
        position: static;
        inline-size: auto;
      }
    }
  `,
})
export class CaseFilterBar {
  readonly filter = input.required<CaseFilter>();
  readonly filtered = input.required<boolean>();
  readonly filterChange = output<Partial<CaseFilter>>();
  readonly cleared = output();
  readonly saved = output<string>();

  protected readonly voice = inject(Say);
  protected readonly search = inject(SearchText);
  private readonly words = inject(CaseWords);
  private readonly directory = inject(Directory);
  private readonly find = viewChild.required<ElementRef<HTMLInputElement>>('find');
  protected readonly naming = signal(false);
  protected readonly name = signal('');

  protected readonly districts = computed<readonly Choice[]>(() => [
    { value: '', text: this.voice.say('compliance.allDistricts') },
    ...this.directory.areas().map(({ code, name }) => ({ value: code, text: name })),
  ]);
  protected readonly violations = computed<readonly Choice[]>(() => [
    { value: '', text: this.voice.say('compliance.allViolations') },
    ...VIOLATIONS.map((value) => ({ value, text: this.words.violation(value) })),
  ]);
  protected readonly steps = computed<readonly Choice[]>(() => [
    { value: '', text: this.voice.say('compliance.allSteps') },
    ...STEPS.map((value) => ({ value, text: this.words.step(value) })),
  ]);
  protected readonly sorts = computed<readonly Choice[]>(() =>
    SORTS.map((value) => ({ value, text: this.voice.say(`compliance.sort${value}`) })),
  );

  focusSearch(): void {
    this.find().nativeElement.focus();
  }

  protected violationOf = (value: string): CaseFilter['violation'] => VIOLATIONS.find((one) => one === value) ?? null;
  protected stepOf = (value: string): CaseFilter['step'] => STEPS.find((one) => one === value) ?? null;
  protected sortOf = (value: string): CaseFilter['sort'] => SORTS.find((one) => one === value) ?? 'next';

  protected save(event: Event): void {
    event.preventDefault();
    const name = this.name().trim();
    if (name === '') return;
    this.saved.emit(name);
    this.name.set('');
    this.naming.set(false);
  }
}
