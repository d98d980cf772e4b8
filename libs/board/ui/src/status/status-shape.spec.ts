import { STATUS_KINDS, STATUS_SHAPES, statusKind } from './status-shape';

describe('the sign of a status', () => {
  it('is blocked as long as one blocker is open, whatever lies beneath', () => {
    expect(statusKind('IN_PROGRESS', 1)).toBe('BLOCKED');
    expect(statusKind('REPORTED_DONE', 2)).toBe('BLOCKED');
    expect(statusKind('DONE', 1)).toBe('DONE');
  });

  it('says that work was sent back', () => {
    expect(statusKind('RETURNED', 0)).toBe('RETURNED');
  });

  it('differs in shape from every other, not only in colour', () => {
    const drawn = STATUS_KINDS.map((kind) => JSON.stringify(STATUS_SHAPES[kind]));
    expect(new Set(drawn).size).toBe(STATUS_KINDS.length);
  });
});
