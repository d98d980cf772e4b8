import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import type { ElementRef } from '@angular/core';
import { RouterLink } from '@angular/router';
import { BoardApi, Say, SayPipe } from '@papan/board-platform';
import type { No } from '@papan/board-platform';
import { ProblemBox } from '@papan/board-ui';

/** Behind the one-time link of an invitation: the first password of an account. */
@Component({
  selector: 'pp-first-password-page',
  imports: [ProblemBox, RouterLink, SayPipe],
  template: `
    <div class="page">
      <h1>{{ 'shell.firstPasswordTitle' | say }}</h1>
      @if (login(); as name) {
        <p role="status">{{ 'shell.passwordSet' | say: { login: name } }}</p>
        <p>
          <a class="button primary" routerLink="/masuk">{{ 'shell.signIn' | say }}</a>
        </p>
      } @else if (token()) {
        <p class="lead">{{ 'shell.firstPasswordLead' | say }}</p>
        @if (problem(); as spoken) {
          <pp-problem-box [problem]="spoken" />
        }
        <form class="stack" (submit)="save($event)">
          <div class="field">
            <label for="new-password">{{ 'shell.newPassword' | say }}</label>
            <input
              #password
              id="new-password"
              class="input"
              type="password"
              autocomplete="new-password"
              maxlength="200"
              required
            />
          </div>
          <button type="submit" class="button primary" [disabled]="busy()">
            {{ (busy() ? 'shell.saving' : 'shell.setPassword') | say }}
          </button>
        </form>
      } @else {
        <p role="alert">{{ 'shell.tokenMissing' | say }}</p>
      }
    </div>
  `,
  styles: `
    .page {
      max-inline-size: 452px;
    }
  `,
})
export class FirstPasswordPage {
  /** Of the link (query parameter). */
  readonly token = input<string>();

  private readonly api = inject(BoardApi);
  private readonly voice = inject(Say);
  private readonly field = viewChild<ElementRef<HTMLInputElement>>('password');
  private readonly no = signal<No | 'UNREACHABLE' | null>(null);
  protected readonly busy = signal(false);
  protected readonly login = signal<string | null>(null);
  protected readonly problem = computed(() => {
    const no = this.no();
    if (no === null) return null;
    return no === 'UNREACHABLE' ? this.voice.unreachable() : this.voice.refusal(no);
  });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.busy.set(true);
    const password = this.field()?.nativeElement.value ?? '';
    const result = await this.api.firstPassword({ token: this.token() ?? '', password });
    this.busy.set(false);
    if (result.ok) this.login.set(result.value.login);
    else this.no.set('problem' in result ? result.problem : 'UNREACHABLE');
  }
}
