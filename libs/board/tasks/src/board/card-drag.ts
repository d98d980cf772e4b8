/** How far a mouse moves, and how long a finger rests, before a press becomes a drag; so that clicks and scrolling still work. */
const MOUSE_SLACK = 6;
const TOUCH_SLACK = 10;
const LONG_PRESS = 250;
/** Within so many pixels of an edge the sheet scrolls by itself. */
const EDGE = 56;
const SCROLL_STEP = 14;

/** What the owner of the cards is told. */
export interface DragOwner {
  /** The card may be taken up; false leaves the press alone. */
  started(card: HTMLElement): boolean;
  over(point: { readonly x: number; readonly y: number }): void;
  /** Null: given up. */
  ended(point: { readonly x: number; readonly y: number } | null): void;
  readonly scroller: HTMLElement;
}

/**
 * Moves a card by mouse at once and by finger after a long press. Only a picture of the card moves; the card itself
 * stays until the server has agreed. Escape gives up.
 */
export class CardDrag {
  private pressed: { card: HTMLElement; x: number; y: number; pointer: number; timer: number } | null = null;
  private ghost: HTMLElement | null = null;
  private offset = { x: 0, y: 0 };
  private point = { x: 0, y: 0 };
  private scrolling = 0;

  constructor(private readonly owner: DragOwner) {
    owner.scroller.addEventListener('touchmove', this.keepStill, { passive: false });
  }

  get active(): boolean {
    return this.ghost !== null;
  }

  destroy(): void {
    this.giveUp();
    this.owner.scroller.removeEventListener('touchmove', this.keepStill);
  }

  press(event: PointerEvent): void {
    const target = event.target as HTMLElement;
    const card = target.closest<HTMLElement>('li[data-task]');
    if (!card || event.button !== 0 || target.closest('button')) return;
    const touch = event.pointerType !== 'mouse';
    const timer = touch ? window.setTimeout(() => this.begin(), LONG_PRESS) : 0;
    this.pressed = { card, x: event.clientX, y: event.clientY, pointer: event.pointerId, timer };
    this.point = { x: event.clientX, y: event.clientY };
    addEventListener('pointermove', this.move);
    addEventListener('pointerup', this.up);
    addEventListener('pointercancel', this.giveUp);
    addEventListener('keydown', this.key, true);
  }

  private readonly move = (event: PointerEvent): void => {
    const { pressed } = this;
    if (pressed?.pointer !== event.pointerId) return;
    this.point = { x: event.clientX, y: event.clientY };
    if (this.ghost) return this.follow();
    const distance = Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y);
    if (pressed.timer === 0 ? distance > MOUSE_SLACK : distance > TOUCH_SLACK) {
      if (pressed.timer === 0) this.begin();
      else this.giveUp();
    }
  };

  private begin(): void {
    const { pressed } = this;
    if (!pressed || !this.owner.started(pressed.card)) return this.giveUp();
    const box = pressed.card.getBoundingClientRect();
    const ghost = pressed.card.cloneNode(true) as HTMLElement;
    ghost.removeAttribute('data-task');
    ghost.setAttribute('aria-hidden', 'true');
    ghost.inert = true;
    Object.assign(ghost.style, {
      position: 'fixed',
      inset: '0 auto auto 0',
      width: `${box.width}px`,
      height: `${box.height}px`,
      margin: '0',
      zIndex: '1000',
      pointerEvents: 'none',
      boxShadow: '0 6px 20px rgb(0 0 0 / 25%)',
      listStyle: 'none',
    });
    this.offset = { x: pressed.x - box.left, y: pressed.y - box.top };
    document.body.append(ghost);
    document.body.style.userSelect = 'none';
    this.ghost = ghost;
    this.follow();
  }

  private follow(): void {
    const { x, y } = this.point;
    if (this.ghost) this.ghost.style.transform = `translate(${x - this.offset.x}px, ${y - this.offset.y}px)`;
    this.owner.over(this.point);
    if (this.scrolling === 0) this.scrollAtEdge();
  }

  private scrollAtEdge(): void {
    const { top, bottom, left, right } = this.owner.scroller.getBoundingClientRect();
    const { x, y } = this.point;
    const down = y < top + EDGE ? -SCROLL_STEP : y > bottom - EDGE ? SCROLL_STEP : 0;
    const across = x < left + EDGE ? -SCROLL_STEP : x > right - EDGE ? SCROLL_STEP : 0;
    this.scrolling = 0;
    if (!this.ghost || (down === 0 && across === 0)) return;
    this.owner.scroller.scrollBy(across, down);
    this.scrolling = requestAnimationFrame(() => this.scrollAtEdge());
  }

  private readonly up = (event: PointerEvent): void => {
    if (this.pressed?.pointer !== event.pointerId) return;
    const dragged = this.ghost !== null;
    this.clear();
    if (!dragged) return;
    addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => removeEventListener('click', swallow, true), 50);
    this.owner.ended({ x: event.clientX, y: event.clientY });
  };

  private readonly giveUp = (): void => {
    const dragged = this.ghost !== null;
    this.clear();
    if (dragged) this.owner.ended(null);
  };

  private readonly key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.ghost) return;
    event.preventDefault();
    event.stopPropagation();
    this.giveUp();
  };

  /** A finger that drags does not scroll. */
  private readonly keepStill = (event: TouchEvent): void => {
    if (this.ghost) event.preventDefault();
  };

  private clear(): void {
    if (this.pressed) clearTimeout(this.pressed.timer);
    cancelAnimationFrame(this.scrolling);
    this.scrolling = 0;
    this.ghost?.remove();
    document.body.style.userSelect = '';
    this.ghost = null;
    this.pressed = null;
    removeEventListener('pointermove', this.move);
    removeEventListener('pointerup', this.up);
    removeEventListener('pointercancel', this.giveUp);
    removeEventListener('keydown', this.key, true);
  }
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
