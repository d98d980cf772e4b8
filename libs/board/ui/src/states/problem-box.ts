import { Component, ElementRef, inject, input } from '@angular/core';

/** What a refusal says. The server's `Problem` fits; so does a refusal of the domain put into words. */
export interface SpokenProblem {
  readonly title: string;
  readonly detail: string;
  readonly mend: string;
  /** For support; empty where no server was asked. */
  readonly trace?: string;
}

/** A refusal in words: what was wrong, the rule behind it, the way out. Ways out as buttons are put inside the element. */
@Component({
  selector: 'pp-problem-box',
  template: `
    <p class="title">{{ problem().title }}</p>
    @if (problem().detail) {
      <p>{{ problem().detail }}</p>
    }
    @if (problem().mend) {
      <p class="mend">{{ problem().mend }}</p>
    }
    @if (problem().trace && codeLabel()) {
      <p class="small muted">{{ codeLabel() }} {{ problem().trace }}</p>
    }
    <div class="row"><ng-content /></div>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s1);
      padding: var(--s3);
      border: 1px solid var(--danger);
      border-inline-start-width: 4px;
      border-radius: var(--radius-s);
      background: var(--bg);
      font-size: var(--text-s);
    }
    .title {
      font-weight: 600;
      color: var(--danger);
    }
    .mend {
      font-weight: 600;
    }
    .row:empty {
      display: none;
    }
  `,
  host: { role: 'alert', tabindex: '-1' },
})
export class ProblemBox {
  readonly problem = input.required<SpokenProblem>();
  /** "Kode"; left empty, no code is shown. */
  readonly codeLabel = input('');
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  focus(): void {
    this.host.nativeElement.focus();
  }
}
