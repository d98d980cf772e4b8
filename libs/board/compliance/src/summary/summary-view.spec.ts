import { funnelOf } from './summary-view';

test('the funnel leaves out steps that nobody has reached, and is as wide as the widest', () => {
  const bars = funnelOf([
    { step: 'IDENTIFIED', reached: 200, standing: 20 },
    { step: 'HIMBAUAN', reached: 50, standing: 50 },
    { step: 'SMALL_CLAIM', reached: 0, standing: 0 },
  ]);
  expect(bars).toEqual([
    { step: 'IDENTIFIED', reached: 200, standing: 20, reachedShare: 100, standingShare: 10 },
    { step: 'HIMBAUAN', reached: 50, standing: 50, reachedShare: 25, standingShare: 25 },
  ]);
});
