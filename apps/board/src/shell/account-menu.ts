import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import type { ElementRef } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { DENSITIES, Preferences, Say, SayPipe, SessionStore, THEMES } from '@papan/board-platform';
import { roomsOf } from './nav';

/** Who sits here and how he likes the screen: post, region, language, theme, density, sessions, sign out. */
@Component({
  selector: 'pp-account-menu',
  imports: [RouterLink, SayPipe],
  templateUrl: './account-menu.html',
  styleUrl: './account-menu.css',
})
export class AccountMenu {
  /** Rooms that have no place in the bottom bar are listed here. */
  readonly withRooms = input(false);
  readonly help = output();

  protected readonly session = inject(SessionStore);
  protected readonly preferences = inject(Preferences);
  protected readonly voice = inject(Say);
  private readonly router = inject(Router);
  private readonly panel = viewChild.required<ElementRef<HTMLElement>>('panel');

  protected readonly themes = THEMES;
  protected readonly densities = DENSITIES;
  protected readonly leaving = signal(false);
  protected readonly rooms = computed(() => roomsOf(this.session).slice(3));
  protected readonly themeWord = {
    system: 'shell.themeSystem',
    light: 'shell.themeLight',
    dark: 'shell.themeDark',
  } as const;
  protected readonly densityWord = { comfortable: 'shell.comfortable', compact: 'shell.compact' } as const;
  protected readonly languageName = { id: 'Indonesia', en: 'English' } as const;

  /** "SR": two letters stand for a name, titles left out. */
  protected readonly initials = computed(() => {
    const words = (this.session.me()?.name ?? '').replace(/,.*$/, '').split(/\s+/);
    const names = words.filter((word) => /^\p{Lu}/u.test(word) && !word.endsWith('.'));
    return `${names[0]?.[0] ?? ''}${names.length > 1 ? (names.at(-1)?.[0] ?? '') : ''}`;
  });

  protected take(region: string, person: number): void {
    this.session.take(region, person);
    this.close();
    void this.router.navigateByUrl('/');
  }

  protected openHelp(): void {
    this.close();
    this.help.emit();
  }

  protected async signOut(): Promise<void> {
    this.leaving.set(true);
    await this.session.signOut();
    this.leaving.set(false);
    this.close();
    if (this.session.state() === 'OUT') await this.router.navigateByUrl('/masuk');
  }

  protected close(): void {
    this.panel().nativeElement.hidePopover();
  }
}
