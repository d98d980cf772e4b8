import type { Capacity, CaseStep, HandoverState, IsoDate, IsoInstant, Step, Violation } from '@papan/domain';

/**
 * What goes into a paper: plain data, as it stands in the register and the case. The sentences are made here
 * (`sentences/`), the look in the layouts (`layouts/`); every text in these types is text and never markup.
 * Source: docs/domain.md#papers.
 */

/** The head of a letter; a joint letter has several. */
export interface Letterhead {
  /** What stands above the agency, top line first: `PEMERINTAH KABUPATEN BLITAR`. */
  readonly over: readonly string[];
  /** `DINAS TENAGA KERJA`. */
  readonly name: string;
  /** Address, telephone, mail: one line each; may be empty. */
  readonly lines: readonly string[];
}

/** Who signs: a person in a capacity for the day of the paper. */
export interface Signatory {
  readonly name: string;
  /** `Kepala Dinas Tenaga Kerja Kabupaten Blitar`, without "Plt." */
  readonly post: string;
  readonly capacity: Capacity;
  /** `Pembina Utama Muda`; left out where it is not known. */
  readonly rank?: string | null;
  readonly nip?: string | null;
}

/** The employer as the papers name it. */
export interface PaperEmployer {
  readonly name: string;
  readonly nib: string | null;
  readonly npwp: string | null;
  readonly npp: string | null;
  readonly address: string;
  /** Names, not codes. */
  readonly village: string | null;
  readonly district: string | null;
}

/** Where a figure comes from: "menurut data … per …". */
export interface FactSource {
  /** `daftar badan usaha belum patuh BPJS Kesehatan Kantor Cabang Kediri`. */
  readonly name: string;
  readonly asOf: IsoDate;
}

export interface WorkerFacts {
  readonly estimated: number;
  readonly registered: number;
  readonly missing: number;
}

export interface Contact {
  readonly name: string;
  /** Telephone, mail, address or hours, one each. */
  readonly lines: readonly string[];
}

/** Surat Himbauan of one agency, or of several together. Number and date stay blank for the registry. */
export interface LetterData {
  readonly letterheads: readonly Letterhead[];
  /** Sifat: `Segera`, `Biasa`, `Penting`. */
  readonly nature: string;
  /** Lampiran: `-` or `1 (satu) berkas`. */
  readonly attachments: string;
  /** Hal; left out: "Himbauan Pendaftaran Pekerja pada Program Jaminan Kesehatan Nasional". */
  readonly subject?: string;
  /** Which appeal to this employer it is: 1, 2 … */
  readonly nth: number;
  readonly employer: PaperEmployer;
  readonly violations: readonly Violation[];
  readonly workers: WorkerFacts;
  readonly source: FactSource;
  /** By when it should be done; null: "selambat-lambatnya 14 hari kalender sejak surat diterima" with `withinDays`. */
  readonly by: IsoDate | null;
  /** Calendar days after receipt, where `by` is null. */
  readonly withinDays: number;
  readonly contact: Contact;
  /** Place of signing: `Blitar`. */
  readonly place: string;
  /** As many as letterheads, or one. */
  readonly signatories: readonly Signatory[];
  /** Tembusan. */
  readonly copies: readonly string[];
  /** Free words of the agency, a paragraph each; may be empty. */
  readonly remarks: readonly string[];
}

export interface VisitPerson {
  readonly name: string;
  readonly post: string;
  readonly agency: string;
}

/** Berita Acara Kunjungan, with the surat pernyataan kesanggupan where the employer gave a pledge. */
export interface VisitData {
  readonly letterheads: readonly Letterhead[];
  readonly on: IsoDate;
  /** `09.30`; left out where it was not noted. */
  readonly time?: string | null;
  readonly place: string;
  readonly employer: PaperEmployer;
  readonly officers: readonly VisitPerson[];
  /** Surat Tugas of the officers. */
  readonly order: { readonly number: string; readonly on: IsoDate } | null;
  /** Who received them at the employer. */
  readonly receivedBy: { readonly name: string; readonly post: string };
  readonly violations: readonly Violation[];
  readonly workers: WorkerFacts;
  readonly source: FactSource;
  /** What was found and said, a paragraph each. */
  readonly findings: readonly string[];
  readonly pledge: {
    readonly by: { readonly name: string; readonly post: string };
    readonly workers: number;
    readonly on: IsoDate;
  } | null;
  /** Place of signing. */
  readonly signedAt: string;
}

/** A step with the evidence files that belong to it, as they are named in the index. */
export type ChronologyStep = Pick<
  CaseStep,
  | 'nth'
  | 'step'
  | 'on'
  | 'number'
  | 'signatory'
  | 'note'
  | 'sentOn'
  | 'receivedOn'
  | 'deemed'
  | 'promisedOn'
  | 'amount'
  | 'workers'
  | 'instalments'
  | 'attended'
  | 'services'
  | 'onDocument'
  | 'clock'
> & {
  /** Who recorded it: the agency's name. */
  readonly recordedBy: string;
  /** File names of document, proof of sending, proof of receipt, signed scan. */
  readonly files: readonly string[];
  /** The decree and rule by which the clock was counted; left out where there is no clock. */
  readonly clockBasis?: string | null;
};

/** Kronologi: every step of one case, in order. */
export interface ChronologyData {
  /** Number of the case on the board, e.g. `KP-118`. */
  readonly caseNumber: string;
  readonly region: string;
  readonly employer: PaperEmployer;
  readonly violations: readonly Violation[];
  readonly workers: WorkerFacts;
  readonly source: FactSource;
  readonly openedOn: IsoDate;
  readonly steps: readonly ChronologyStep[];
  /** Up to when the chronology goes. */
  readonly asOf: IsoInstant;
}

/** One line of the index. */
export interface IndexEntry {
  /** Name of the file in the dossier: `asli/01-himbauan.pdf`. */
  readonly name: string;
  /** `Surat Himbauan ke-1`, `Bukti terima`. */
  readonly what: string;
  readonly number: string;
  readonly date: IsoDate | null;
  /** Hex. */
  readonly sha256: string;
  readonly bytes: number;
}

/** Surat Pengantar and Daftar Isi of the hand-over, for one case or for several. Number and date stay blank. */
export interface HandoverData {
  readonly letterhead: Letterhead;
  readonly nature: string;
  /** `Kepala Kejaksaan Negeri Blitar`. */
  readonly to: string;
  /** `c.q. Kepala Seksi Perdata dan Tata Usaha Negara`; empty where there is none. */
  readonly through: string;
  readonly toPlace: string;
  readonly handover: number;
  readonly state: HandoverState;
  /** Surat Kuasa Khusus, as it was recorded; null before it is there. */
  readonly skk: { readonly number: string; readonly on: IsoDate; readonly signatory: string } | null;
  readonly cases: readonly {
    readonly caseNumber: string;
    readonly employer: PaperEmployer;
    readonly violations: readonly Violation[];
    readonly missing: number;
  }[];
  /** The files handed over; empty for a cover letter of several cases, whose dossiers have an index each. */
  readonly index: readonly IndexEntry[];
  readonly place: string;
  readonly signatory: Signatory;
  readonly copies: readonly string[];
}

/** Compliance summary for the Asisten: figures that were counted elsewhere. */
export interface SummaryData {
  readonly region: string;
  readonly asOf: IsoInstant;
  /** `Papan UHC Kabupaten Blitar, dari data BPJS Kesehatan Kantor Cabang Kediri`. */
  readonly source: string;
  readonly open: number;
  readonly patuh: number;
  readonly tutup: number;
  readonly workersMissing: number;
  readonly workersWon: number;
  readonly funnel: readonly { readonly step: Step; readonly reached: number; readonly standing: number }[];
  readonly wonByStep: readonly { readonly step: Step; readonly workers: number; readonly cases: number }[];
  /** `days`: how long the case has stood there. */
  readonly oldest: readonly {
    readonly name: string;
    readonly step: Step;
    readonly since: IsoDate;
    readonly days: number;
  }[];
  readonly next: readonly { readonly name: string; readonly step: Step; readonly ends: IsoDate }[];
}

/**
 * How a column of a report is shown: `CHANGE` with its sign, `PERCENT` with two decimals, `DATE` as `2026-11-02` comes in.
 */
export interface ReportColumn {
  readonly header: string;
  readonly kind: 'TEXT' | 'NUMBER' | 'CHANGE' | 'PERCENT' | 'DATE';
  /** Share of the width on paper. */
  readonly width: number;
}
/** Null: nothing is known, which is not 0 and is said in words. Empty: nothing belongs here. */
export type ReportCell = string | number | null;

export interface ReportTable {
  /** On the tab of the workbook; left out: on paper only. */
  readonly tab?: string;
  /** Ready to be read, with the population where the figures are compared with it. Null: a form to be filled in by hand. */
  readonly origin: { readonly asOf: string; readonly source: string } | null;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportCell[])[];
  /** The last row is the sum of the others. */
  readonly total?: boolean;
  /** Rows with room to write and to sign. */
  readonly tall?: boolean;
}

export interface ReportPart {
  readonly heading: string;
  readonly newPage: boolean;
  readonly sentences: readonly string[];
  /** A numbered list; may be empty. */
  readonly items: readonly string[];
  readonly table: ReportTable | null;
  /** In the workbook only: on paper it is told otherwise. */
  readonly notOnPaper?: boolean;
}

/** A report in parts: the same figures on paper and as a workbook. */
export interface ReportData {
  readonly title: string;
  readonly region: string;
  /** `Oktober 2026`. */
  readonly month: string;
  readonly asOf: IsoDate;
  /** `1.252.242 jiwa (contoh)`. */
  readonly population: string;
  readonly source: string;
  readonly parts: readonly ReportPart[];
}

/** A paper that the product can set. There is none for Teguran, Denda or SKK: those are acts of BPJS, recorded and never made. */
export type Paper =
  | { readonly kind: 'HIMBAUAN'; readonly data: LetterData }
  | { readonly kind: 'VISIT'; readonly data: VisitData }
  | { readonly kind: 'CHRONOLOGY'; readonly data: ChronologyData }
  | { readonly kind: 'HANDOVER'; readonly data: HandoverData }
  /** Cover, index and chronology of one case in one file: `berkas.pdf` of a dossier. */
  | {
      readonly kind: 'DOSSIER';
      readonly data: { readonly handover: HandoverData; readonly chronology: ChronologyData };
    }
  | { readonly kind: 'SUMMARY'; readonly data: SummaryData }
  | { readonly kind: 'REPORT'; readonly data: ReportData };
export type PaperKind = Paper['kind'];

/** Those that an agency may also finish in Word. */
export const WORD_KINDS = ['HIMBAUAN', 'VISIT', 'CHRONOLOGY', 'HANDOVER'] as const;
export type WordKind = (typeof WORD_KINDS)[number];
export type WordPaper = Extract<Paper, { readonly kind: WordKind }>;

/** How a paper is set; settings of the region. */
export interface PaperSetting {
  /** A4 210 × 297 mm, F4 215 × 330 mm. */
  readonly size: 'A4' | 'F4';
  /** The words DATA CONTOH stand on every page. */
  readonly demo: boolean;
  /** When the paper was made: written into the file, so that the same data and moment give the same bytes. */
  readonly madeAt: IsoInstant;
  /** A family of PAPERS_FONT_DIR; left out: Arimo, which has the widths of Arial. */
  readonly font?: string;
}
