import { hideSmall, hideSmallFigures } from './small-cells';

describe('small counts', () => {
  it('are shown from 5 people on; nobody is nobody', () => {
    expect(hideSmall([5, 0, 700])).toEqual([5, 0, 700]);
  });

  it('take the smallest other with them, so that the total does not give them away', () => {
    expect(hideSmall([3, 40, 700])).toEqual([null, null, 700]);
    expect(hideSmall([700, 0, 4, 40])).toEqual([700, 0, null, null]);
  });

  it('take more with them where they are few even together: 1 and 1 make 2 in one way only', () => {
    expect(hideSmall([1, 1, 60, 500])).toEqual([null, null, null, 500]);
    expect(hideSmall([1, 5, 60, 500])).toEqual([null, null, null, 500]);
  });

  it('stay hidden where nobody else is there', () => {
    expect(hideSmall([3, 0])).toEqual([null, 0]);
    expect(hideSmall([])).toEqual([]);
  });

  it('hide the active where the members who are not active are few', () => {
    expect(
      hideSmallFigures([
        { registered: 900, active: 898 },
        { registered: 800, active: 600 },
        { registered: 700, active: 500 },
      ]),
    ).toEqual([
      { registered: 900, active: null },
      { registered: 800, active: 600 },
      { registered: 700, active: null },
    ]);
  });

  it('hide the active of whom the registered are hidden', () => {
    const shown = hideSmallFigures([
      { registered: 3, active: 0 },
      { registered: 90, active: 50 },
      { registered: 900, active: 500 },
    ]);
    expect(shown[0]).toEqual({ registered: null, active: null });
    expect(shown[1]).toEqual({ registered: null, active: null });
    expect(shown[2]).toEqual({ registered: 900, active: 500 });
  });
});
