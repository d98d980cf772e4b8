import { niceStep, scale, spreadLabels, ticks } from './scale';

describe('scales', () => {
  it('put figures on the screen, also upwards, and a single figure somewhere', () => {
    const up = scale(100, 200, [300, 0]);
    expect([up.at(100), up.at(150), up.at(200)]).toEqual([300, 150, 0]);
    expect(scale(5, 5, [0, 10]).at(5)).toBe(0);
  });

  it('have round lines that cover all figures', () => {
    expect(ticks(183_139, 187_931)).toEqual([183_000, 184_000, 185_000, 186_000, 187_000, 188_000]);
    expect(ticks(0, 0)).toEqual([0, 1]);
    expect(niceStep(1_200_000, 5)).toBe(500_000);
    for (const [low, high] of [
      [971_740, 1_252_242],
      [-20, 30],
    ] as const) {
      const lines = ticks(low, high);
      expect(lines[0]).toBeLessThanOrEqual(low);
      expect(lines.at(-1)).toBeGreaterThanOrEqual(high);
    }
  });

  it('keep labels apart and in their order', () => {
    const placed = spreadLabels([100, 98, 10], 14, 0, 110);
    expect(placed[0]).toBeGreaterThanOrEqual((placed[1] ?? 0) + 14);
    expect(placed[2]).toBe(10);
    expect(Math.max(...placed)).toBeLessThanOrEqual(110);
  });
});
