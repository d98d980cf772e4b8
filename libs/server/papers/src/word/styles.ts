/** The styles of the Word templates; their names are what an agency sees in Word. Sizes in half points. */
interface Style {
  readonly id: string;
  readonly name: string;
  readonly paragraph?: string;
  readonly run?: string;
}

const CENTRED = '<w:jc w:val="center"/>';
const tabs = (...stops: readonly number[]): string =>
  `<w:tabs>${stops.map((at) => `<w:tab w:val="left" w:pos="${at}"/>`).join('')}</w:tabs>`;
const spacing = (before: number, after: number): string => `<w:spacing w:before="${before}" w:after="${after}"/>`;
const size = (halfPoints: number): string => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
const BOLD = '<w:b/><w:bCs/>';
const SIGN_INDENT = '<w:ind w:left="4820"/>';

const STYLES: readonly Style[] = [
  { id: 'Isi', name: 'Isi Surat', paragraph: `${spacing(0, 120)}<w:jc w:val="both"/>` },
  { id: 'Tanda', name: 'Tanda Isian', paragraph: spacing(0, 0), run: '<w:color w:val="808080"/>' },
  { id: 'KopInduk', name: 'Kop Induk', paragraph: spacing(0, 0) + CENTRED, run: size(24) },
  { id: 'KopInstansi', name: 'Kop Instansi', paragraph: spacing(0, 0) + CENTRED, run: BOLD + size(28) },
  { id: 'KopKeterangan', name: 'Kop Keterangan', paragraph: spacing(0, 0) + CENTRED, run: size(18) },
  {
    id: 'KopGaris',
    name: 'Kop Garis',
    paragraph: `<w:pBdr><w:top w:val="thickThinSmallGap" w:sz="18" w:space="1" w:color="auto"/></w:pBdr>${spacing(60, 60)}`,
    run: size(8),
  },
  {
    id: 'Judul',
    name: 'Judul Naskah',
    paragraph: `<w:keepNext/>${spacing(120, 60)}${CENTRED}<w:outlineLvl w:val="0"/>`,
    run: BOLD + size(24),
  },
  { id: 'AnakJudul', name: 'Anak Judul', paragraph: spacing(0, 180) + CENTRED },
  {
    id: 'Bagian',
    name: 'Judul Bagian',
    paragraph: `<w:keepNext/>${spacing(180, 80)}<w:outlineLvl w:val="1"/>`,
    run: BOLD,
  },
  { id: 'TempatTanggal', name: 'Tempat dan Tanggal', paragraph: `${spacing(60, 120)}<w:jc w:val="right"/>` },
  {
    id: 'Baris',
    name: 'Baris Keterangan',
    paragraph: `${tabs(2268, 2438)}${spacing(0, 20)}<w:ind w:left="2438" w:hanging="2438"/>`,
  },
  {
    id: 'Alamat',
    name: 'Alamat Tujuan',
    paragraph: `${tabs(567)}${spacing(0, 20)}<w:ind w:left="567" w:hanging="567"/>`,
  },
  {
    id: 'Daftar',
    name: 'Daftar Bernomor',
    paragraph: `${tabs(510)}${spacing(0, 60)}<w:ind w:left="510" w:hanging="397"/><w:jc w:val="both"/>`,
  },
  {
    id: 'TandaTanganJabatan',
    name: 'Tanda Tangan Jabatan',
    paragraph: `<w:keepNext/><w:keepLines/>${spacing(240, 1134)}${SIGN_INDENT}`,
  },
  {
    id: 'TandaTanganNama',
    name: 'Tanda Tangan Nama',
    paragraph: `<w:keepNext/>${spacing(0, 0)}${SIGN_INDENT}`,
    run: BOLD,
  },
  { id: 'TandaTangan', name: 'Tanda Tangan Keterangan', paragraph: spacing(0, 0) + SIGN_INDENT },
  { id: 'TabelKepala', name: 'Tabel Kepala', paragraph: `<w:keepNext/>${spacing(20, 20)}`, run: BOLD + size(18) },
  { id: 'TabelIsi', name: 'Tabel Isi', paragraph: spacing(20, 20), run: size(18) },
  { id: 'TabelAngka', name: 'Tabel Angka', paragraph: `${spacing(20, 20)}<w:jc w:val="right"/>`, run: size(18) },
  { id: 'SesudahTabel', name: 'Sesudah Tabel', paragraph: spacing(0, 60), run: size(8) },
  {
    id: 'Contoh',
    name: 'Data Contoh',
    paragraph: spacing(0, 0) + CENTRED,
    run: `${BOLD}<w:color w:val="B00020"/>${size(16)}`,
  },
  { id: 'Halaman', name: 'Nomor Halaman', paragraph: spacing(0, 0) + CENTRED, run: size(16) },
];

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
  .join('');

/** `word/styles.xml`. Arial, because every office has it; the PDF has Arimo, of the same widths. */
export function stylesXml(namespace: string): string {
  const own = STYLES.map(
    ({ id, name, paragraph = '', run = '' }) =>
      `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/>` +
      `<w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`,
  );
  return (
    `<w:styles ${namespace}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>${size(22)}` +
    `<w:lang w:val="id-ID" w:eastAsia="id-ID" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>` +
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>${own.join('')}` +
    `<w:style w:type="table" w:customStyle="1" w:styleId="Tabel"><w:name w:val="Tabel Bergaris"/><w:tblPr><w:tblBorders>${BORDERS}</w:tblBorders>` +
    `<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`
  );
}
