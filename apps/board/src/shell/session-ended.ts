import { Component, afterNextRender, computed, inject, signal, viewChild } from '@angular/core';
import type { ElementRef } from '@angular/core';
import { Router } from '@angular/router';
import { Say, SayPipe, SessionStore } from '@papan/board-platform';
import type { No } from '@papan/board-platform';
import { ProblemBox } from '@papan/board-ui';

/** The session is over: sign in again on top of the page, which keeps everything that was typed. */
@Component({
  selector: 'pp-session-ended',
  imports: [SayPipe, ProblemBox],
  template: `
    <dialog #dialog aria-labelledby="ended-title" (cancel)="$event.preventDefault()">
      <form (submit)="signIn($event)">
        <div class="dialog-head">
          <h2 id="ended-title">{{ 'shell.endedTitle' | say }}</h2>
        </div>
        <div class="dialog-body">
          <p>{{ 'shell.endedText' | say }}</p>
          @if (problem(); as spoken) {
            <pp-problem-box [problem]="spoken" />
          }
          <div class="field">
            <label for="again-login">{{ 'shell.login' | say }}</label>
            <input id="again-login" class="input" autocomplete="username" [value]="login" readonly />
          </div>
          <div class="field">
            <label for="again-password">{{ 'shell.password' | say }}</label>
            <input
              #password
              id="again-password"
              class="input"
              type="password"
              autocomplete="current-password"
              required
              autofocus
            />
          </div>
        </div>
        <div class="dialog-foot">
          <button type="button" class="button quiet" (click)="leave()">{{ 'shell.signOut' | say }}</button>
          <button type="submit" class="button primary" [disabled]="busy()">
            {{ (busy() ? 'shell.signingIn' : 'shell.signIn') | say }}
          </button>
        </div>
      </form>
    </dialog>
  `,
})
export class SessionEnded {
  private readonly session = inject(SessionStore);
  private readonly voice = inject(Say);
  private readonly router = inject(Router);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private readonly password = viewChild.required<ElementRef<HTMLInputElement>>('password');
  private readonly no = signal<No | 'UNREACHABLE' | null>(null);

  protected readonly login = this.session.me()?.login ?? '';
  protected readonly busy = signal(false);
  protected readonly problem = computed(() => {
    const no = this.no();
    if (no === null) return null;
    return no === 'UNREACHABLE' ? this.voice.unreachable() : this.voice.refusal(no);
  });

  constructor() {
    afterNextRender(() => this.dialog().nativeElement.showModal());
  }

  protected async signIn(event: Event): Promise<void> {
    event.preventDefault();
    const password = this.password().nativeElement.value;
    const kind = this.session.me()?.session ?? 'desk';
    this.busy.set(true);
    const result = await this.session.signIn({ login: this.login, password, kind });
    this.busy.set(false);
    if (result.ok) return;
    this.no.set('problem' in result ? result.problem : 'UNREACHABLE');
    this.password().nativeElement.select();
  }

  protected leave(): void {
    this.session.leave();
    void this.router.navigateByUrl('/masuk');
  }
}
