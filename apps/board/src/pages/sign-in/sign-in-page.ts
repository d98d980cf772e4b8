import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import type { ElementRef } from '@angular/core';
import { Router } from '@angular/router';
import type { Welcome } from '@papan/contracts';
import { BoardApi, Say, SayPipe, SessionStore } from '@papan/board-platform';
import type { No } from '@papan/board-platform';
import { ProblemBox } from '@papan/board-ui';

type Account = Welcome['accounts'][number];

/** Narrower than this an operator is taken to his tasks first: he holds a phone. */
const PHONE = '(max-width: 767px)';

/** Signing in; in the demo with one card for each account. */
@Component({
  selector: 'pp-sign-in-page',
  imports: [ProblemBox, SayPipe],
  templateUrl: './sign-in-page.html',
  styleUrl: './sign-in-page.css',
})
export class SignInPage {
  /** The address that was asked for before signing in (query parameter). */
  readonly ke = input<string>();

  private readonly api = inject(BoardApi);
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  protected readonly voice = inject(Say);

  private readonly loginField = viewChild.required<ElementRef<HTMLInputElement>>('loginField');
  private readonly passwordField = viewChild.required<ElementRef<HTMLInputElement>>('passwordField');
  private readonly submitButton = viewChild.required<ElementRef<HTMLButtonElement>>('submitButton');

  protected readonly welcome = signal<Welcome | null>(null);
  protected readonly welcomeFailed = signal(false);
  protected readonly login = signal('');
  protected readonly password = signal('');
  protected readonly shown = signal(false);
  protected readonly onPhone = signal(false);
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  /** Seconds that the server asks to wait. */
  protected readonly wait = signal(0);
  private readonly no = signal<No | 'UNREACHABLE' | null>(null);

  protected readonly problem = computed(() => {
    const no = this.no();
    if (no === null) return null;
    return no === 'UNREACHABLE' ? this.voice.unreachable() : this.voice.refusal(no);
  });
  protected readonly loginMissing = computed(() => this.tried() && this.login().trim() === '');
  protected readonly passwordMissing = computed(() => this.tried() && this.password() === '');
  /** Demo accounts, region by region. */
  protected readonly regions = computed(() => {
    const accounts = this.welcome()?.accounts ?? [];
    const names = [...new Set(accounts.map(({ region }) => region))];
    return names.map((name) => ({ name, accounts: accounts.filter(({ region }) => region === name) }));
  });
  protected readonly offersPhone = matchMedia(PHONE).matches;

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    const result = await this.api.welcome();
    this.welcomeFailed.set(!result.ok);
    if (result.ok) this.welcome.set(result.value);
  }

  /** Fills the form; signing in stays one deliberate press away. */
  protected fill(account: Account): void {
    this.login.set(account.login);
    this.password.set(account.password);
    this.no.set(null);
    this.submitButton().nativeElement.focus();
    this.submitButton().nativeElement.scrollIntoView({ block: 'nearest' });
  }

  protected async signIn(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const missing = this.loginMissing() ? this.loginField() : this.passwordMissing() ? this.passwordField() : null;
    missing?.nativeElement.focus();
    if (missing || this.busy() || this.wait() > 0) return;
    this.busy.set(true);
    this.no.set(null);
    const kind = this.onPhone() ? 'phone' : 'desk';
    const result = await this.session.signIn({ login: this.login().trim(), password: this.password(), kind });
    this.busy.set(false);
    if (result.ok) {
      await this.router.navigateByUrl(this.ke() ?? this.firstPage());
      return;
    }
    this.no.set('problem' in result ? result.problem : 'UNREACHABLE');
    if ('problem' in result) this.countDown(result.problem.retryAfter ?? 0);
    this.passwordField().nativeElement.select();
  }

  private firstPage(): string {
    const reportsOnly = this.session.me()?.session === 'phone';
    const isOperator = this.session.membership()?.role === 'operator';
    return reportsOnly || (isOperator && matchMedia(PHONE).matches) ? '/tugas-saya' : '/';
  }

  private countDown(seconds: number): void {
    this.wait.set(seconds);
    if (seconds > 0) setTimeout(() => this.countDown(seconds - 1), 1_000);
  }
}
