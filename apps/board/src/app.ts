import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { LetterKeys, LiveStore, Preferences, Say, SayPipe, SessionStore } from '@papan/board-platform';
import { formatMoment } from '@papan/domain';
import { AccountMenu } from './shell/account-menu';
import { Bell } from './shell/bell/bell';
import { KeysHelp } from './shell/keys-help';
import { LiveStatusBadge } from './shell/live-status';
import { roomsOf } from './shell/nav';
import { PageTitle } from './shell/page-title';
import { RoomIcon } from './shell/room-icon';
import { SessionEnded } from './shell/session-ended';

/** The shell around every page: bars, sample notice, keys, and the dialog of an ended session. */
@Component({
  selector: 'pp-root',
  imports: [
    AccountMenu,
    Bell,
    KeysHelp,
    LiveStatusBadge,
    RoomIcon,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    SayPipe,
    SessionEnded,
  ],
  templateUrl: './app.html',
  styleUrl: './app.css',
  host: { '(document:keydown)': 'onKey($event)' },
})
export class App {
  protected readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly live = inject(LiveStore);
  private readonly say = inject(Say);
  private readonly letters = inject(LetterKeys);

  protected readonly inside = computed(() => this.session.me() !== null);
  protected readonly rooms = computed(() => (this.inside() ? roomsOf(this.session) : []));
  /** Three fit beside "more" on a phone. */
  protected readonly mainRooms = computed(() => this.rooms().slice(0, 3));
  protected readonly readsBoard = computed(() => this.inside() && this.session.can('board.read'));
  protected readonly helpOpen = signal(false);
  /** How often the reader has wished for his notices; the first wish fetches the bell. */
  protected readonly bellAsked = signal(0);
  /** To the minute, so that nothing on the screen ticks. */
  protected readonly sampleTime = computed(() => formatMoment(this.live.now(), this.say.locale()));

  constructor() {
    inject(PageTitle);
    inject(Preferences);
  }

  protected skip(event: Event, main: HTMLElement): void {
    event.preventDefault();
    main.focus();
  }

  protected askBell(): void {
    this.bellAsked.update((count) => count + 1);
  }

  /** `?` and `g` + letter, never while somebody types or a dialog is open. */
  protected onKey(event: KeyboardEvent): void {
    if (!this.inside() || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === '?') {
      event.preventDefault();
      this.helpOpen.set(true);
    } else if (event.key === 'g') {
      this.letters.beginChord(event);
    } else if (this.letters.endsChord(event)) {
      this.letters.forgetChord();
      if (event.key === 'n') this.askBell();
      const room = this.rooms().find(({ key }) => key === event.key);
      if (room) void this.router.navigateByUrl(room.path);
    }
  }
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest('input, textarea, select, dialog[open]') !== null;
}
