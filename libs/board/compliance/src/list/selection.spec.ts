import { NOTHING_CHOSEN, stillThere, stretch, toggle } from './selection';

const IDS = [10, 20, 30, 40, 50];
const chosen = ({ chosen: set }: { chosen: ReadonlySet<number> }) => [...set].sort((a, b) => a - b);

describe('choosing rows', () => {
  it('takes a row in and out again', () => {
    const one = toggle(NOTHING_CHOSEN, 20);
    expect(chosen(one)).toEqual([20]);
    expect(chosen(toggle(one, 20))).toEqual([]);
  });

  it('stretches from where it began, in the order shown, in both directions', () => {
    const begun = toggle(NOTHING_CHOSEN, 30);
    expect(chosen(stretch(begun, IDS, 30, 50))).toEqual([30, 40, 50]);
    expect(chosen(stretch(begun, IDS, 30, 10))).toEqual([10, 20, 30]);
  });

  it('begins a stretch with the row in focus where nothing was chosen', () => {
    expect(chosen(stretch(NOTHING_CHOSEN, IDS, 20, 30))).toEqual([20, 30]);
  });

  it('forgets rows that are gone', () => {
    const all = stretch(NOTHING_CHOSEN, IDS, 10, 50);
    const left = stillThere(all, (id) => id !== 10);
    expect(chosen(left)).toEqual([20, 30, 40, 50]);
    expect(left.anchor).toBeNull();
  });
});
