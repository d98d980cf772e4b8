import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { examplePaper, examplePhoto } from './example-files';

describe('the files of the demonstration', () => {
  it('say what they are in their first bytes, are the same every time, and are named by what is in them', () => {
    const paper = examplePaper('himbauan.pdf', ['Surat Himbauan (contoh)', 'Kepada: CV Sumber Rejeki Makmur']);
    expect(paper.bytes.toString('latin1')).toMatch(/^%PDF-1\.4/);
    expect(paper.hash).toBe(createHash('sha256').update(paper.bytes).digest('hex'));
    expect(examplePaper('himbauan.pdf', ['Surat Himbauan (contoh)', 'Kepada: CV Sumber Rejeki Makmur'])).toEqual(paper);
    expect(examplePaper('himbauan.pdf', ['Surat Himbauan (contoh)', 'Kepada: UD Maju Jaya']).hash).not.toBe(paper.hash);
    expect(paper.bytes.toString('latin1')).toContain('DATA CONTOH');
  });

  it('of photos can be drawn, and differ', async () => {
    const photo = examplePhoto('kunjungan.png', 1);
    expect(await sharp(photo.bytes).metadata()).toMatchObject({ width: 96, height: 64, format: 'png' });
    expect((await sharp(photo.bytes).stats()).channels[0]?.stdev).toBeGreaterThan(20);
    expect(examplePhoto('kunjungan.png', 2).hash).not.toBe(photo.hash);
  });

  it('of papers point at their objects rightly', () => {
    const text = examplePaper('bap.pdf', ['Berita acara']).bytes.toString('latin1');
    const start = Number(/startxref\n(\d+)/.exec(text)?.[1]);
    expect(text.slice(start, start + 4)).toBe('xref');
    const third = Number(text.slice(start).split('\n')[5]?.slice(0, 10));
    expect(text.slice(third)).toMatch(/^3 0 obj/);
  });

  it('never have a hash that could be taken for an identity number', () => {
    const hashes = Array.from({ length: 400 }, (_, at) => examplePaper('surat.pdf', [`Nomor ${at}`]).hash);
    expect(hashes.filter((hash) => /\d{16}/.test(hash))).toEqual([]);
  });
});
