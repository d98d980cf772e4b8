import { deflateSync } from 'node:zlib';
import { type EvidenceKind, isRefusal } from '@papan/domain';
import * as fc from 'fast-check';
import { biffRecord, officeOf, pdfOf, photoOf, pngHead, type SampleEntry, xlsOf, zipOf } from '../testing';
import { recognise } from './recognise';

/** The kind, or the code of the refusal with what it names. */
async function verdict(bytes: Buffer, name: string): Promise<string> {
  const answer = await recognise(bytes, name);
  if (!isRefusal(answer)) return answer;
  const { found, what, kind } = answer.params;
  return [answer.code, found ?? what ?? kind].filter((it) => it !== undefined).join(' ');
}

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');

describe('what is taken', () => {
  it.each<[string, () => Buffer | Promise<Buffer>, EvidenceKind]>([
    ['foto.jpg', () => photoOf('jpeg'), 'jpg'],
    ['FOTO.JPEG', () => photoOf('jpeg'), 'jpg'],
    ['layar.png', () => photoOf('png'), 'png'],
    ['foto.webp', () => photoOf('webp'), 'webp'],
    ['surat.pdf', () => pdfOf(), 'pdf'],
    ['surat.docx', () => officeOf('docx'), 'docx'],
    ['daftar.xlsx', () => officeOf('xlsx'), 'xlsx'],
    ['daftar.xls', () => xlsOf(), 'xls'],
    ['lama.xls', () => xlsOf(['Root Entry', 'Book']), 'xls'],
    ['daftar.csv', () => Buffer.from('nama;nib\nPT Contoh;123\n'), 'csv'],
    ['catatan.txt', () => Buffer.from('Diterima oleh satpam.\r\n'), 'txt'],
    ['windows.csv', () => latin('nama;kota\nCaf\xe9;Blitar\n'), 'csv'],
    ['excel.csv', () => utf16('nama\tnib\r\n'), 'csv'],
    ['rumus.csv', () => Buffer.from("=cmd|' /C calc'!A0;@SUM(1+1)\n"), 'csv'],
    ['seperti-gambar.csv', () => Buffer.from('BM;nama\n1;PT\n'), 'csv'],
    ['seperti-program.txt', () => Buffer.from('MZ adalah singkatan.\n'), 'txt'],
  ])('%s', async (name, bytes, kind) => {
    expect(await verdict(await bytes(), name)).toBe(kind);
  });
});

describe('what is not what its name says', () => {
  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['program.jpg', () => Buffer.concat([latin('MZ\x90\x00'), Buffer.alloc(300)]), 'EVIDENCE_MISNAMED EXE'],
    ['program.exe', () => Buffer.concat([latin('MZ\x90\x00'), Buffer.alloc(300)]), 'EVIDENCE_TYPE EXE'],
    ['linux.pdf', () => Buffer.concat([latin('\x7fELF'), Buffer.alloc(300)]), 'EVIDENCE_MISNAMED ELF'],
    ['halaman.jpg', () => Buffer.from('<html><script>alert(1)</script></html>'), 'EVIDENCE_MISNAMED HTML'],
    ['halaman.html', () => Buffer.from('<!DOCTYPE html><title>x</title>'), 'EVIDENCE_TYPE HTML'],
    ['halaman.txt', () => Buffer.from('  \n<!doctype html><script src=x></script>'), 'EVIDENCE_MISNAMED HTML'],
    ['daftar.csv', () => Buffer.from('<script>alert(1)</script>'), 'EVIDENCE_MISNAMED HTML'],
    [
      'gambar.svg',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      'EVIDENCE_TYPE SVG',
    ],
    ['gambar.svg', () => Buffer.from('<?xml version="1.0"?><svg><script/></svg>'), 'EVIDENCE_TYPE SVG'],
    [
      'gambar.png',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      'EVIDENCE_MISNAMED XML',
    ],
    ['data.xml', () => Buffer.from('<?xml version="1.0"?><a/>'), 'EVIDENCE_TYPE XML'],
    ['naskah.js', () => Buffer.from('fetch("//x")'), 'EVIDENCE_TYPE JS'],
    ['naskah.bat', () => Buffer.from('del /q *'), 'EVIDENCE_TYPE BAT'],
    ['gif-js.gif', () => latin('GIF89a/*\x01\x00*/=1;alert(1)'), 'EVIDENCE_TYPE GIF'],
    ['gif-js.jpg', () => latin('GIF89a/*\x01\x00*/=1;alert(1)'), 'EVIDENCE_MISNAMED GIF'],
    ['gif-js.txt', () => latin('GIF89a/*\x01\x00*/=1;alert(1)'), 'EVIDENCE_MISNAMED GIF'],
    ['foto.png', () => photoOf('jpeg'), 'EVIDENCE_MISNAMED JPG'],
    ['foto.pdf', () => photoOf('png'), 'EVIDENCE_MISNAMED PNG'],
    ['surat.jpg', () => pdfOf(), 'EVIDENCE_MISNAMED PDF'],
    ['surat.txt', () => pdfOf(), 'EVIDENCE_MISNAMED PDF'],
    ['daftar.xlsx', () => officeOf('docx'), 'EVIDENCE_MISNAMED DOCX'],
    ['daftar.xls', () => officeOf('xlsx'), 'EVIDENCE_MISNAMED XLSX'],
    ['daftar.xlsx', () => xlsOf(), 'EVIDENCE_MISNAMED XLS'],
    ['surat.docx', () => officeOf('pptx'), 'EVIDENCE_TYPE PPTX'],
    ['arsip.docx', () => zipOf([{ name: 'a.txt', text: 'a' }]), 'EVIDENCE_TYPE ZIP'],
    ['arsip.zip', () => zipOf([{ name: 'a.txt', text: 'a' }]), 'EVIDENCE_TYPE ZIP'],
    ['surat.doc', () => xlsOf(['Root Entry', 'WordDocument']), 'EVIDENCE_TYPE DOC'],
    ['pemasang.xls', () => xlsOf(['Root Entry', 'MsiPackage']), 'EVIDENCE_TYPE OLE'],
    ['IMG_1.heic', () => latin('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic'), 'EVIDENCE_HEIC'],
    ['IMG_1.jpg', () => latin('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic'), 'EVIDENCE_HEIC'],
    ['surat', () => pdfOf(), 'EVIDENCE_ENDING_MISSING'],
    ['surat.exe', () => pdfOf(), 'EVIDENCE_ENDING_MISSING'],
    ['catatan', () => Buffer.from('kata'), 'EVIDENCE_ENDING_MISSING'],
    ['acak.bin', () => Buffer.from([0, 1, 2, 3, 250, 251]), 'EVIDENCE_TYPE_UNKNOWN'],
    ['acak.jpg', () => Buffer.from([0, 1, 2, 3, 250, 251]), 'EVIDENCE_DAMAGED JPG'],
    ['nol.txt', () => latin('a\x00b'), 'EVIDENCE_DAMAGED TXT'],
    ['bunyi.csv', () => latin('a\x07;b'), 'EVIDENCE_DAMAGED CSV'],
    ['surat.rtf', () => latin('{\\rtf1 x}'), 'EVIDENCE_TYPE RTF'],
  ])('%s', async (name, bytes, expected) => {
    expect(await verdict(await bytes(), name)).toBe(expected);
  });
});

describe('a PDF', () => {
  const objects = (text: string): string => {
    const packed = deflateSync(latin(text)).toString('latin1');
    return `9 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream\nendobj`;
  };

  it.each<[string, Buffer, string]>([
    [
      'with a script',
      pdfOf({ catalog: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' }),
      'EVIDENCE_ACTIVE JavaScript',
    ],
    ['with a script under a short name', pdfOf({ more: '5 0 obj << /JS (x) >> endobj' }), 'EVIDENCE_ACTIVE JavaScript'],
    [
      'with a script under a disguised name',
      pdfOf({ more: '5 0 obj << /J#61vaScript 6 0 R >> endobj' }),
      'EVIDENCE_ACTIVE JavaScript',
    ],
    [
      'that starts a program',
      pdfOf({ more: '5 0 obj << /S /Launch /F (cmd.exe) >> endobj' }),
      'EVIDENCE_ACTIVE Launch',
    ],
    [
      'with a script among packed objects',
      pdfOf({ more: objects('5 0 << /S /JavaScript >>') }),
      'EVIDENCE_ACTIVE JavaScript',
    ],
    ['with a film', pdfOf({ more: '5 0 obj << /Subtype /RichMedia >> endobj' }), 'EVIDENCE_ACTIVE RichMedia'],
    ['with a form that computes', pdfOf({ catalog: '/AcroForm << /XFA 7 0 R >>' }), 'EVIDENCE_ACTIVE XFA'],
    ['behind a password', pdfOf({ trailer: '/Encrypt 8 0 R' }), 'EVIDENCE_LOCKED PDF'],
    ['cut short', pdfOf().subarray(0, 200), 'EVIDENCE_DAMAGED PDF'],
    ['of its head alone', latin('%PDF-1.7\n'), 'EVIDENCE_DAMAGED PDF'],
    ['that opens on its second page', pdfOf({ catalog: '/OpenAction [3 0 R /Fit]' }), 'pdf'],
    ['whose words speak of scripts', pdfOf({ words: 'jalankan /JS di sini' }), 'pdf'],
    [
      'with packed objects that cannot be unpacked',
      pdfOf({ more: objects('x').replace('stream\n', 'stream\nzz') }),
      'pdf',
    ],
  ])('%s', async (_, bytes, expected) => {
    expect(await verdict(bytes, 'surat.pdf')).toBe(expected);
  });
});

describe('an office file', () => {
  const zeros = (mb: number): Buffer => Buffer.alloc(mb * 1024 * 1024);
  const sheet = (entry: Partial<SampleEntry>): readonly SampleEntry[] => [
    { name: 'xl/worksheets/sheet1.xml', text: '<x/>', ...entry },
  ];
  const many = Array.from({ length: 5_001 }, (_, at) => ({ name: `xl/${at}.xml`, text: 'x' }));

  it.each<[string, () => Buffer, string]>([
    [
      'that unpacks to a hundred times as much',
      () => officeOf('xlsx', sheet({ text: zeros(60) })),
      'EVIDENCE_UNPACKS_TOO_LARGE XLSX',
    ],
    [
      'that says it unpacks to 4 GB',
      () => officeOf('xlsx', sheet({ claims: 4_000_000_000 })),
      'EVIDENCE_UNPACKS_TOO_LARGE XLSX',
    ],
    [
      'that hides how large it is',
      () => officeOf('xlsx', sheet({ text: zeros(60), claims: 1_000 })),
      'EVIDENCE_UNPACKS_TOO_LARGE XLSX',
    ],
    ['of five thousand parts', () => officeOf('xlsx', many), 'EVIDENCE_UNPACKS_TOO_LARGE XLSX'],
    ['with macros', () => officeOf('xlsx', [{ name: 'xl/vbaProject.bin', text: 'x' }]), 'EVIDENCE_ACTIVE VBA'],
    ['of the kind with macros', () => officeOf('docm'), 'EVIDENCE_ACTIVE VBA'],
    [
      'with old macros',
      () => officeOf('xlsx', [{ name: 'xl/macrosheets/sheet1.xml', text: 'x' }]),
      'EVIDENCE_ACTIVE XLM',
    ],
    [
      'with controls',
      () => officeOf('docx', [{ name: 'word/activeX/activeX1.bin', text: 'x' }]),
      'EVIDENCE_ACTIVE ActiveX',
    ],
    [
      'with a packed program',
      () =>
        officeOf('docx', [
          { name: 'word/embeddings/oleObject1.bin', text: Buffer.from('\u0001Ole10Native', 'utf16le') },
        ]),
      'EVIDENCE_ACTIVE OLE',
    ],
    [
      'with a template from elsewhere',
      () =>
        officeOf('docx', [
          {
            name: 'word/_rels/settings.xml.rels',
            text: '<Relationship Type="x/attachedTemplate" Target="http://x/a.dotm" TargetMode="External"/>',
          },
        ]),
      'EVIDENCE_ACTIVE attachedTemplate',
    ],
    [
      'that talks to programs',
      () =>
        officeOf('xlsx', [
          {
            name: 'xl/externalLinks/externalLink1.xml',
            text: '<externalLink><ddeLink ddeService="cmd"/></externalLink>',
          },
        ]),
      'EVIDENCE_ACTIVE DDE',
    ],
    ['behind a password', () => officeOf('xlsx', sheet({ encrypted: true })), 'EVIDENCE_LOCKED XLSX'],
    [
      'behind a password, newer',
      () => xlsOf(['Root Entry', 'EncryptionInfo', 'EncryptedPackage']),
      'EVIDENCE_LOCKED OLE',
    ],
    [
      'that leads out of its folder',
      () => officeOf('xlsx', [{ name: '../../etc/passwd', text: 'x' }]),
      'EVIDENCE_DAMAGED XLSX',
    ],
    ['with a zero in a name', () => officeOf('xlsx', [{ name: 'xl/a\u0000.xml', text: 'x' }]), 'EVIDENCE_DAMAGED XLSX'],
    ['packed in an unknown way', () => officeOf('xlsx', sheet({ method: 12 })), 'EVIDENCE_DAMAGED XLSX'],
    ['that is shorter than it says', () => officeOf('xlsx', sheet({ claims: 400 })), 'EVIDENCE_DAMAGED XLSX'],
    ['cut short', () => officeOf('xlsx').subarray(0, 150), 'EVIDENCE_DAMAGED XLSX'],
    [
      'with something behind it',
      () => Buffer.concat([officeOf('xlsx'), Buffer.from('<script>')]),
      'EVIDENCE_DAMAGED XLSX',
    ],
  ])('%s', async (_, bytes, expected) => {
    expect(await verdict(bytes(), 'daftar.xlsx')).toBe(expected);
  });

  it('whose parts lie over each other is damaged', async () => {
    const honest = officeOf('xlsx', [
      { name: 'xl/a.xml', text: 'aaaaaaaaaa' },
      { name: 'xl/b.xml', text: 'aaaaaaaaaa' },
    ]);
    const entries = [...honest.toString('latin1').matchAll(/PK\x01\x02/g)].map(({ index }) => index);
    const [third = 0, fourth = 0] = entries.slice(2);
    honest.writeUInt32LE(honest.readUInt32LE(third + 42), fourth + 42);
    expect(await verdict(honest, 'daftar.xlsx')).toBe('EVIDENCE_DAMAGED XLSX');
  });

  it.each<[string, Buffer, string]>([
    ['with macros', xlsOf(['Root Entry', 'Workbook', '_VBA_PROJECT_CUR']), 'EVIDENCE_ACTIVE VBA'],
    ['behind a password', xlsOf(undefined, [biffRecord(0x002f, Buffer.alloc(6))]), 'EVIDENCE_LOCKED XLS'],
    [
      'with a sheet of old macros',
      xlsOf(undefined, [biffRecord(0x0085, Buffer.from([0, 0, 0, 0, 0, 1, 1, 0, 65]))]),
      'EVIDENCE_ACTIVE XLM',
    ],
    [
      'with an ordinary sheet',
      xlsOf(undefined, [biffRecord(0x0085, Buffer.from([0, 0, 0, 0, 0, 0, 1, 0, 65]))]),
      'xls',
    ],
    ['cut short', xlsOf().subarray(0, 700), 'EVIDENCE_DAMAGED XLS'],
  ])('of the old kind %s', async (_, bytes, expected) => {
    expect(await verdict(bytes, 'daftar.xls')).toBe(expected);
  });
});

it('a picture that is only a head is recognised here and found out when it is drawn', async () => {
  expect(await verdict(pngHead(50_000, 50_000), 'bom.png')).toBe('png');
});

describe('whatever is sent', () => {
  it('is answered: bytes changed, cut or added at random break nothing', async () => {
    const samples: readonly (readonly [string, Buffer])[] = [
      ['a.pdf', pdfOf({ catalog: '/OpenAction [3 0 R /Fit]' })],
      ['a.xlsx', officeOf('xlsx', [{ name: 'xl/worksheets/sheet1.xml', text: '<sheet/>'.repeat(50) }])],
      ['a.docx', officeOf('docx')],
      ['a.xls', xlsOf(undefined, [biffRecord(0x0085, Buffer.from([0, 0, 0, 0, 0, 0, 1, 0, 65]))])],
      ['a.jpg', await photoOf('jpeg')],
      ['a.png', await photoOf('png')],
      ['a.csv', Buffer.from('nama;nib\n')],
    ];
    const change = fc.record({
      sample: fc.constantFrom(...samples),
      cut: fc.integer({ min: 0, max: 2_000 }),
      writes: fc.array(fc.tuple(fc.nat(3_000), fc.nat(255)), { maxLength: 12 }),
      more: fc.uint8Array({ maxLength: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ sample: [name, honest], cut, writes, more }) => {
        const bytes = Buffer.concat([honest.subarray(0, Math.max(0, honest.length - cut)), more]);
        for (const [at, value] of writes) if (at < bytes.length) bytes.writeUInt8(value, at);
        expect(typeof (await verdict(bytes, name))).toBe('string');
      }),
      { numRuns: 600 },
    );
  });
});
