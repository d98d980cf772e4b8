import {
  type Actor,
  type CloseReason,
  type HolidayDecree,
  type IsoDate,
  type IsoInstant,
  REFUSED_SERVICES,
  type Step,
  addDays,
  epochMillis,
} from '@papan/domain';
import type { Chance } from '../chance';
import { officeMoment, workingDaysOf } from '../office-hours';
import type { Cabinet } from './cabinet';
import type { CaseRoad } from './case-road';
import type { InventedEmployer } from '../employers';
import type { CaseScript } from './plan';
import type { Players } from './players';

/** From one day through another; what happens falls on a working day between them. */
export type Days = readonly [from: IsoDate, through: IsoDate];

/** What all the ways of the story share. */
export interface Surroundings {
  readonly chance: Chance;
  readonly players: Players;
  readonly decrees: readonly HolidayDecree[];
  readonly cabinet: Cabinet;
  /** The last working day before the demonstration begins. */
  readonly lastDay: IsoDate;
}

/** How far the letter came: sent with a proof, received with a proof, or neither is known yet. */
export type Arrival = 'RECEIVED' | 'SENT' | 'NEITHER';

/** One case on its way: the acts of the ladder as short words, each with its papers, people and moments. */
export class Walk {
  constructor(
    private readonly around: Surroundings,
    readonly script: CaseScript,
    readonly employer: InventedEmployer,
    readonly road: CaseRoad,
    /** 0, 1, 2 … among the cases of the same fate. */
    readonly nth: number,
  ) {}

  get chance(): Chance {
    return this.around.chance;
  }

  identified(days: Days): void {
    const on = this.day(days);
    const at = this.moment(on);
    this.road.open(at, this.opener(), {
      entry: this.entry(at),
      source: this.script.source,
      violations: this.script.violations,
      workersMissing: this.script.missing,
      on,
      note: '',
    });
  }

  /** A letter of ours: drafted, signed and scanned, sent, received; each when it is known. */
  appeal(days: Days, arrival: Arrival = 'RECEIVED', received?: Days): void {
    const sender = this.nth % 3 === 2 ? this.around.players.licensing : this.around.players.disnaker;
    const on = this.day(days);
    const at = this.moment(on);
    const entry = this.entry(at);
    this.road.take(at, sender, { entry, step: 'HIMBAUAN', on });
    const signed = this.dayAfter(on, 0, 1);
    const number = this.number(this.nth % 3 === 2 ? '503' : '560', '409', signed);
    const signatory = this.around.players.signatory(this.nth % 3 === 2 ? 'DPMPTSP' : 'DISNAKER');
    const moment = this.moment(signed);
    const signedScan = this.paper(moment, sender, 'surat-himbauan.pdf', [
      'SURAT HIMBAUAN',
      `Nomor ${number}`,
      signatory,
    ]);
    this.road.freeze(moment, sender, entry, { signedScan, number, signatory, on });
    if (arrival !== 'NEITHER') this.sent(sender, entry, signed, arrival, received);
  }

  private sent(sender: Actor, entry: string, signed: IsoDate, arrival: Arrival, received?: Days): void {
    const sentOn = this.dayAfter(signed, 0, 1);
    const at = this.moment(sentOn);
    // One list of the post office for all letters of the day.
    const lines = ['DAFTAR KIRIMAN TERCATAT', `Tanggal ${sentOn}`, `Pengirim: instansi ${sender.agency.id}`];
    const sendingProof = this.around.cabinet.paper(at, sender, `bukti-kirim-${sentOn}.pdf`, lines);
    this.road.receive(at, sender, entry, { sentOn, sendingProof, receivedOn: null, receiptProof: null });
    if (arrival === 'SENT') return;
    const receivedOn = received ? this.day(received) : this.dayAfter(sentOn, 2, 6);
    this.received(sender, entry, receivedOn);
  }

  /** The receipt is entered on the day itself or a little later. */
  private received(by: Actor, entry: string, receivedOn: IsoDate): void {
    const at = this.moment(this.dayAfter(receivedOn, 0, 3));
    const receiptProof = this.chance.happens(0.3)
      ? this.around.cabinet.photo(at, by, 'foto-tanda-terima.png')
      : this.paper(at, by, 'tanda-terima.pdf', ['TANDA TERIMA SURAT', `Diterima ${receivedOn}`]);
    this.road.receive(at, by, entry, { sentOn: null, sendingProof: null, receivedOn, receiptProof });
  }

  /** A visit; `promised` is the day that the employer names in the pledge. */
  visit(days: Days, promised: Days | null): void {
    const on = this.day(days);
    const at = this.moment(on);
    const visitor = this.nth % 2 === 0 ? this.around.players.disnaker : this.around.players.verifier;
    const entry = this.entry(at);
    const document = this.paper(at, visitor, 'berita-acara-kunjungan.pdf', ['BERITA ACARA KUNJUNGAN', `Tanggal ${on}`]);
    this.road.take(at, visitor, {
      ...{ entry, step: 'VISIT', on, document },
      number: this.number('560', '409/BA', on),
      signatory: this.around.players.signatory('DISNAKER'),
      promisedOn: promised && this.day(promised),
      workers: this.script.missing > 0 ? this.script.missing : null,
      note: this.chance.happens(0.4) ? this.chance.pick(VISIT_NOTES) : '',
    });
  }

  inspection(days: Days): void {
    const { inspector } = this.around.players;
    const on = this.day(days);
    const at = this.moment(this.dayAfter(on, 0, 3));
    const number = this.number('BAP', 'VII-13', on);
    const document = this.paper(at, inspector, 'hasil-pemeriksaan.pdf', [
      'BERITA ACARA PEMERIKSAAN',
      `Nomor ${number}`,
    ]);
    const entry = this.entry(at);
    this.road.take(at, inspector, {
      ...{ entry, step: 'INSPECTION', on, number, document },
      signatory: this.around.players.signatory('BPJS-KES'),
      workers: this.script.missing,
      amount: this.script.violations.includes('ARREARS') ? this.chance.between(18, 240) * 100_000 : null,
    });
    this.received(inspector, entry, this.dayAfter(on, 1, 3));
  }

  /** A paper of BPJS that is recorded here: a warning, or the fine. */
  recorded(step: 'TEGURAN_I' | 'TEGURAN_II' | 'DENDA', days: Days, received?: Days): void {
    const { inspector } = this.around.players;
    const on = this.day(days);
    const at = this.moment(this.dayAfter(on, 0, 1));
    const number = this.number(step === 'DENDA' ? 'SK' : 'ST', 'VII-13', on);
    const entry = this.entry(at);
    this.road.take(at, inspector, {
      ...{ entry, step, on, number, signatory: this.around.players.signatory('BPJS-KES') },
      document: this.paper(at, inspector, `${step.toLowerCase().replace('_', '-')}.pdf`, [step, `Nomor ${number}`]),
      amount: step === 'DENDA' ? this.chance.between(4, 60) * 50_000 : null,
    });
    this.received(inspector, entry, received ? this.day(received) : this.dayAfter(on, 1, 4));
  }

  servicesAsked(days: Days): void {
    this.services('TMP2T_REQUESTED', this.around.players.inspector, days, 'BPJS-KES');
  }

  servicesRefused(days: Days): void {
    this.services('TMP2T_IN_FORCE', this.around.players.counter, days, 'DPMPTSP');
  }

  servicesRestored(days: Days): void {
    this.services('TMP2T_LIFTED', this.around.players.counter, days, 'DPMPTSP');
  }

  private services(step: Step, by: Actor, days: Days, office: string): void {
    const on = this.day(days);
    const at = this.moment(on);
    const number = this.number(office === 'DPMPTSP' ? '503' : 'PM', 'TMP2T', on);
    // Whoever serves at the counter uploads nothing: the decision lies in its own registry.
    const document =
      office === 'DPMPTSP' ? null : this.paper(at, by, 'permohonan-tmp2t.pdf', [step, `Nomor ${number}`]);
    this.road.take(at, by, {
      ...{ entry: this.entry(at), step, on, number, document, signatory: this.around.players.signatory(office) },
      services: step === 'TMP2T_LIFTED' ? [] : REFUSED_SERVICES.slice(0, 2),
    });
  }

  /** A summons of the Kejaksaan to a day. Answers its entry. */
  summons(days: Days, to: Days): string {
    const { prosecutor } = this.around.players;
    const on = this.day(days);
    const at = this.moment(on);
    const entry = this.entry(at);
    this.road.take(at, prosecutor, {
      ...{ entry, step: 'SUMMONS', on, promisedOn: this.day(to) },
      number: this.number('B', 'M.5.48/Gs.2', on),
      signatory: this.around.players.signatory('KEJARI'),
    });
    return entry;
  }

  /** Whether the employer came, entered on the day or the next. */
  attended(entry: string, came: boolean): void {
    const summons = this.road.case.steps.find((one) => one.entry === entry);
    const day = summons?.promisedOn ?? this.around.lastDay;
    this.road.attend(this.moment(this.dayAfter(day, 0, 1)), this.around.players.prosecutor, entry, came);
  }

  mediation(days: Days): void {
    const on = this.day(days);
    const at = this.moment(on);
    const note = this.chance.pick(MEDIATION_NOTES);
    this.road.take(at, this.around.players.prosecutor, { entry: this.entry(at), step: 'MEDIATION', on, note });
  }

  /** BPJS finds the workers registered in its own data. */
  verified(days: Days): void {
    const { verifier } = this.around.players;
    const on = this.day(days);
    const at = this.moment(this.dayAfter(on, 0, 2));
    const number = this.number('BR', 'VII-13', on);
    this.road.verify(at, verifier, {
      ...{ on, proof: 'REGISTRATION', workers: this.road.case.workersMissing, amount: null, workersMissing: 0, number },
      ended: this.script.violations,
      document: this.paper(at, verifier, 'bukti-registrasi.pdf', ['BUKTI REGISTRASI BADAN USAHA', `Nomor ${number}`]),
      note: '',
    });
  }

  closed(days: Days, reason: CloseReason): void {
    const { verifier } = this.around.players;
    const on = this.day(days);
    const at = this.moment(this.dayAfter(on, 0, 2));
    const number = this.number('BAV', 'VII-13', on);
    const document = this.paper(at, verifier, 'berita-acara-verifikasi.pdf', ['BERITA ACARA VERIFIKASI', reason]);
    this.road.close(at, verifier, { on, reason, document, number, note: '' });
  }

  /** Some of the workers turn out to be missing still. */
  relapsed(days: Days): void {
    const on = this.day(days);
    const at = this.moment(on);
    this.road.reopen(at, this.around.players.verifier, {
      ...{ entry: this.entry(at), on, reason: 'WORKERS_STILL_MISSING', violations: ['PARTLY_REGISTERED'] },
      workersMissing: this.script.missing,
      note: 'Master File Oktober: sebagian pekerja dikeluarkan lagi dua bulan setelah didaftarkan.',
    });
  }

  private opener(): Actor {
    const { players } = this.around;
    if (this.script.source === 'BPJS') return players.verifier;
    return this.script.source === 'DPMPTSP' ? players.licensing : players.disnaker;
  }

  private paper(at: IsoInstant, by: Actor, name: string, lines: readonly string[]): string {
    return this.around.cabinet.paper(at, by, name, [...lines, `Kepada: ${this.employer.name}`, this.employer.address]);
  }

  /** The number that a registry would give; marked, so that nobody takes it for a real one. */
  private number(kind: string, unit: string, on: IsoDate): string {
    return `CONTOH/${kind}/${this.chance.between(11, 980)}/${unit}/${on.slice(0, 4)}`;
  }

  private entry(at: IsoInstant): string {
    return this.chance.uuid(epochMillis(at));
  }

  private moment(on: IsoDate): IsoInstant {
    return officeMoment(on, this.chance);
  }

  private day([from, through]: Days): IsoDate {
    return this.chance.pick(workingDaysOf(this.around.decrees, from, through));
  }

  /** A working day so many days later, and never after the story. */
  private dayAfter(date: IsoDate, least: number, most: number): IsoDate {
    const wanted = addDays(date, this.chance.between(least, most));
    const until = addDays(wanted, 14);
    const [next = wanted] = workingDaysOf(this.around.decrees, wanted, until);
    return next > this.around.lastDay ? this.around.lastDay : next;
  }
}

const VISIT_NOTES = [
  'Pemilik hadir dan menandatangani surat pernyataan kesanggupan.',
  'Daftar upah diperlihatkan; sebagian pekerja harian belum tercatat.',
  'Diterima bagian personalia; pemilik dihubungi lewat telepon.',
];

const MEDIATION_NOTES = [
  'Pemberi kerja minta waktu sampai akhir tahun; belum ada kesepakatan.',
  'Jumlah pekerja masih diperdebatkan; data upah diminta.',
  'Bersedia mendaftar bertahap; besaran tunggakan dihitung ulang.',
];
