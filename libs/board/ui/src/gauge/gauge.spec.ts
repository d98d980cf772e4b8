import { barWidth } from '../truth-bar/truth-bar';
import { gaugePosition } from './gauge';

describe('bars', () => {
  it('run from the baseline of the drive to its target, so that 97,45 and 98 differ to the eye', () => {
    expect(gaugePosition(97.45, 97, 98)).toBeCloseTo(45);
    expect(gaugePosition(98.2, 97, 98)).toBe(100);
    expect(gaugePosition(96, 97, 98)).toBe(0);
  });

  it('never leave their frame, also where more was verified than asked for', () => {
    expect(barWidth(205, 200)).toBe(100);
    expect(barWidth(0, 0)).toBe(0);
  });
});
