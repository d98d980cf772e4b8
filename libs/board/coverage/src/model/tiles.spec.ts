import { classOf, classesOf, shortName, tilesOf } from './tiles';

describe('the classes of the map', () => {
  it('are people with round borders; each area is in one, and nobody missing is one of its own', () => {
    const missing = [0, 0, 120, 480, 812, 1_028, 1_950, 2_400, 15_985, null];
    const classes = classesOf(missing);
    expect(classes).toEqual([
      { from: 0, through: 0, areas: 2 },
      { from: 1, through: 479, areas: 1 },
      { from: 480, through: 999, areas: 2 },
      { from: 1_000, through: 2_399, areas: 2 },
      { from: 2_400, through: null, areas: 2 },
    ]);
    expect(missing.map((people) => classOf(people, classes))).toEqual([0, 0, 1, 2, 2, 3, 3, 4, 4, null]);
  });

  it('are fewer where few differ, and none but the first where nobody is missing', () => {
    expect(classesOf([5, 5, 5]).map(({ areas }) => areas)).toEqual([0, 0, 3]);
    expect(classesOf([0, null])).toEqual([{ from: 0, through: 0, areas: 1 }]);
    expect(classOf(null, classesOf([]))).toBeNull();
  });
});

describe('the squares', () => {
  it('lie where they are known to lie, else in the order of their codes, none on another', () => {
    expect(tilesOf([{ area: '35.72.01', name: 'Kepanjenkidul' }]).columns).toBe(1);
    const unknown = ['12.74.03', '12.74.01', '12.74.02', '12.74.04'].map((area) => ({ area, name: area }));
    const { tiles, columns } = tilesOf(unknown);
    expect(tiles.map(({ code }) => code)).toEqual(['12.74.01', '12.74.02', '12.74.03', '12.74.04']);
    expect(new Set(tiles.map(({ column, row }) => row * columns + column)).size).toBe(4);
  });

  it('have short names', () => {
    expect([shortName('Doko', 3), shortName('Panggungrejo', 3)]).toEqual(['Doko', 'Pan.']);
  });
});
