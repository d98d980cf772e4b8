import {
  Component,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import type { ElementRef } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Say, SayPipe } from '@papan/board-platform';
import { noticeGroup } from '@papan/contracts/words/notices';
import { groupNotices } from '@papan/domain';
import { NoticeList } from '../../notices/notice-list';
import { NoticesStore } from '../../notices/notices-store';
import { RoomIcon } from '../room-icon';

/** Shown in the panel; the page has the rest. */
const SHOWN = 12;
const SHOWN_OF_A_KIND = 3;

/** How many notices are unread, and the newest of them in a panel. Fetched after the page, words and all. */
@Component({
  selector: 'pp-bell',
  imports: [NoticeList, RoomIcon, RouterLink, SayPipe],
  templateUrl: './bell.html',
  styleUrl: './bell.css',
})
export class Bell {
  /** The reader has asked for it before it was here: it opens at once. Each number is one wish. */
  readonly asked = input(0);
  protected readonly store = inject(NoticesStore);
  private readonly voice = inject(Say);
  private readonly panel = viewChild.required<ElementRef<HTMLElement>>('panel');
  private readonly title = viewChild<ElementRef<HTMLElement>>('title');

  protected readonly hasWords = signal(false);
  protected readonly shown = computed(() => this.store.notices()?.slice(0, SHOWN) ?? null);
  /** What is unread, by kind: many of one kind take no more room than a few. Empty: everything was read. */
  protected readonly groups = computed(() => {
    const unread = (this.store.notices() ?? []).filter(({ read }) => !read);
    return groupNotices(unread).map(({ kind, notices }) => ({
      kind,
      title: noticeGroup(this.voice.language(), kind),
      shown: notices.slice(0, SHOWN_OF_A_KIND),
      more: notices.length - SHOWN_OF_A_KIND,
    }));
  });
  protected readonly badge = computed(() => (this.store.unread() > 99 ? '99+' : String(this.store.unread())));
  protected readonly counted = computed(() => {
    const count = this.store.unread();
    if (!this.hasWords() || count === 0) return '';
    return count === 1 ? this.voice.say('notices.unreadOne') : this.voice.say('notices.unreadMany', { count });
  });
  /** Said once for each arrival, when the reader is not busy with something else. */
  protected readonly said = computed(() => (this.store.arrivals() > 0 ? this.counted() : ''));

  constructor() {
    void this.voice.learn('notices').then(() => this.hasWords.set(true));
    const rendered = new Promise<void>((done) => {
      afterNextRender(() => done());
    });
    effect(() => {
      if (this.asked() > 0) untracked(() => void rendered.then(() => this.panel().nativeElement.showPopover()));
    });
  }

  protected onToggle(event: Event): void {
    if ((event as ToggleEvent).newState !== 'open') return;
    void this.store.load();
    this.title()?.nativeElement.focus();
  }

  protected open(id: number): void {
    this.close();
    void this.store.markRead(id);
  }

  protected close(): void {
    this.panel().nativeElement.hidePopover();
  }
}
