import { isRefusal } from '../refusal/refusal';
import { type LayerFeature, MAP_LIMITS, checkLayer } from './map-layer';

const RING = [
  [112.1, -8.1],
  [112.2, -8.1],
  [112.2, -8.2],
  [112.1, -8.1],
];
const feature = (properties: Record<string, unknown>, over: Partial<LayerFeature> = {}): LayerFeature => ({
  ...{ id: undefined, properties, polygons: [[RING]] },
  ...over,
});
const codes = (...features: LayerFeature[]): unknown => {
  const layer = checkLayer(features, '35.05');
  return isRefusal(layer) ? [layer.code, layer.params] : layer.areas.map(({ code }) => code);
};

describe('a layer of the map', () => {
  it.each([
    [{ code: '35.05.10' }, '35.05.10'],
    [{ Kode: '350510' }, '35.05.10'],
    [{ kd_kecamatan: 350510 }, '35.05.10'],
    [{ KODE_KEMENDAGRI: '35.05.10.1008' }, '35.05.10.1008'],
    [{ KDCPUM: '35.05.10', KDEPUM: '35.05.10.2001' }, '35.05.10.2001'],
    [{ objectid: 350511, kode_saya: '35.05.12' }, '35.05.12'],
  ])('is told by the code in %j', (properties, code) => {
    expect(codes(feature(properties))).toEqual([code]);
  });

  it('is told by the id of its features too', () => {
    expect(codes(feature({ nama: 'Srengat' }, { id: '35.05.03' }))).toEqual(['35.05.03']);
  });

  it('names the feature that has no code of the ministry, also where it has one of BPS', () => {
    const params = { feature: '2 (Srengat)', value: '' };
    expect(codes(feature({ kode: '350501' }), feature({ nama: 'Srengat' }))).toEqual(['MAP_CODE_MISSING', params]);
    expect(codes(feature({ kode: '350501' }), feature({ kode: '3505030', nama: 'Srengat' }))).toEqual([
      'MAP_CODE_MISSING',
      params,
    ]);
    expect(codes(feature({ kode: '3505030001' }))).toEqual(['MAP_CODE_MISSING', { feature: '1', value: '' }]);
  });

  it('leaves out the areas of elsewhere and counts them, unless there is nothing else', () => {
    const first = feature({ kode: '35.05.01' });
    const city = feature({ kode: '35.72.01', nama: 'Sukorejo' });
    expect(checkLayer([city, first, city], '35.05')).toEqual({
      areas: [{ code: '35.05.01', polygons: [[RING]] }],
      elsewhere: 2,
    });
    expect(codes(city, city)).toEqual(['MAP_CODE_FOREIGN', { feature: '1 (Sukorejo)', value: '35.72.01' }]);
  });

  it('has areas of one level, each once', () => {
    const first = feature({ kode: '35.05.01' });
    expect(codes(first, first)).toEqual(['MAP_CODE_TWICE', { feature: '2', value: '35.05.01' }]);
    expect(codes(first, feature({ kode: '35.05.01.2001' }))).toEqual([
      'MAP_LEVELS_MIXED',
      { feature: '2', value: '35.05.01.2001' },
    ]);
  });

  it('has areas, not points or lines', () => {
    expect(codes(feature({ kode: '35.05.01' }, { polygons: null }))).toEqual([
      'MAP_NOT_AN_AREA',
      { feature: '1', value: '' },
    ]);
    expect(codes()).toEqual(['MAP_EMPTY', {}]);
  });

  it.each([
    ['latitude first', [-8.1, 112.1]],
    ['metres', [645_000, 9_104_000]],
    ['no number', [Number.NaN, -8]],
    ['nothing', []],
  ])('lies in Indonesia: not %s', (_, position) => {
    const polygons = [[[...RING.slice(0, 3), position, [112.1, -8.1]]]];
    expect(codes(feature({ kode: '35.05.01' }, { polygons }))).toMatchObject(['MAP_OUTSIDE', { feature: '1' }]);
  });

  it('has closed rings', () => {
    for (const ring of [RING.slice(0, 3), [...RING, [112.3, -8.1]], []]) {
      expect(codes(feature({ kode: '35.05.01' }, { polygons: [[RING, ring]] }))).toMatchObject([
        'MAP_RING_OPEN',
        { feature: '1' },
      ]);
    }
  });

  it('has no more areas than a region can have', () => {
    const many = Array.from({ length: MAP_LIMITS.areas + 1 }, () => feature({ kode: '35.05.01' }));
    expect(codes(...many)).toEqual(['MAP_TOO_DETAILED', { found: 2_001 }]);
  });
});
