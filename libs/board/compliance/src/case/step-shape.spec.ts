import { STEPS } from '@papan/domain';
import { END_SHAPES, STEP_SHAPES } from './step-shape';

test('every step and both ends differ in shape, not only in colour', () => {
  const drawn = [...STEPS.map((step) => STEP_SHAPES[step]), ...Object.values(END_SHAPES)].map((shape) =>
    JSON.stringify(shape),
  );
  expect(new Set(drawn).size).toBe(drawn.length);
});
