import { Component, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Say } from '@papan/board-platform';
import { EmployerEditor } from './employer-editor';

/** A new employer, typed in. */
@Component({
  selector: 'pp-new-employer-page',
  imports: [EmployerEditor, RouterLink],
  template: `
    <div class="page">
      <a class="small" routerLink="/kepatuhan/badan-usaha">← {{ voice.say('employers.register') }}</a>
      <div class="page-head">
        <h1 tabindex="-1">{{ voice.say('employers.recordNew') }}</h1>
      </div>
      <p class="lead small">{{ voice.say('employers.recordLead') }}</p>
      <pp-employer-editor
        (saved)="to(['/kepatuhan/badan-usaha', $event])"
        (cancelled)="to(['/kepatuhan/badan-usaha'])"
      />
    </div>
  `,
})
export class NewEmployerPage {
  protected readonly voice = inject(Say);
  private readonly router = inject(Router);

  protected to(commands: readonly (string | number)[]): void {
    void this.router.navigate([...commands]);
  }
}
