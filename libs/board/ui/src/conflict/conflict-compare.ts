import { Component, input, output } from '@angular/core';

/** Two people changed one field: both values side by side, none preselected. All texts are given. */
@Component({
  selector: 'pp-conflict-compare',
  template: `
    <p class="title">{{ title() }}</p>
    <dl>
      <div>
        <dt>{{ theirsLabel() }}</dt>
        <dd>{{ theirs() }}</dd>
        <dd>
          <button type="button" class="button" (click)="takeTheirs.emit()">{{ theirsAction() }}</button>
        </dd>
      </div>
      <div>
        <dt>{{ mineLabel() }}</dt>
        <dd>{{ mine() }}</dd>
        <dd>
          <button type="button" class="button" (click)="takeMine.emit()">{{ mineAction() }}</button>
        </dd>
      </div>
    </dl>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s2);
      padding: var(--s3);
      border: 2px solid var(--blocked-fg);
      border-radius: var(--radius-s);
      font-size: var(--text-s);
    }
    .title {
      font-weight: 600;
    }
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(180px, 100%), 1fr));
      gap: var(--s3);
    }
    dl > div {
      display: grid;
      gap: var(--s1);
      align-content: start;
    }
    dt {
      color: var(--muted);
    }
    dd {
      font-size: var(--text-m);
      white-space: pre-wrap;
    }
  `,
  host: { role: 'group', '[attr.aria-label]': 'title()' },
})
export class ConflictCompare {
  readonly title = input.required<string>();
  readonly theirsLabel = input.required<string>();
  readonly mineLabel = input.required<string>();
  readonly theirs = input.required<string>();
  readonly mine = input.required<string>();
  readonly theirsAction = input.required<string>();
  readonly mineAction = input.required<string>();
  readonly takeTheirs = output();
  readonly takeMine = output();
}
