import { word } from '@papan/contracts/words';
import { REFUSED_SERVICES, type StepClock, formatInteger, formatLongDate, formatLongMoment } from '@papan/domain';
import type { ChronologyData, ChronologyStep, PaperSetting } from '../data';
import type { Values } from '../forms/form';
import { documentWords, employerValues, factValues, frameValues, rupiahOrNothing } from './common';
import { STEP_WORDS, plainDate, violationList } from './words';

/** Tags of the chronology. */
export function chronologyValues(data: ChronologyData, setting: PaperSetting): Values {
  return {
    ...frameValues([], setting),
    ...employerValues(data.employer),
    ...factValues(data.workers, data.source),
    nomor_kasus: data.caseNumber,
    daerah: data.region,
    daftar_pelanggaran: violationList(data.violations),
    dibuka: plainDate(data.openedOn),
    langkah: data.steps.map(stepValues),
    sampai: formatLongMoment(data.asOf),
  };
}

function stepValues(step: ChronologyStep): Values {
  return {
    no: String(step.nth),
    nama: STEP_WORDS[step.step],
    dokumen: documentWords(step.number, step.on) + (step.signatory === '' ? '' : `, ditandatangani ${step.signatory}`),
    penerimaan: receipt(step),
    waktu: step.clock === null ? '–' : clockWords(step.clock, step.clockBasis ?? ''),
    keterangan: remarks(step),
  };
}

function receipt({ sentOn, receivedOn, deemed }: ChronologyStep): string {
  const sent = sentOn === null ? '' : `dikirim ${plainDate(sentOn)}`;
  const how = deemed ? ' (dianggap diterima menurut aturan pengiriman)' : '';
  const received = receivedOn === null ? '' : `diterima ${plainDate(receivedOn)}${how}`;
  return [sent, received].filter(Boolean).join('; ') || '–';
}

/** The clock shows its work: from when, by which rule, until when. */
function clockWords({ rule, from, ends, missingYear, state }: StepClock, basis: string): string {
  const length = {
    WORKING_DAYS: 'hari kerja',
    CALENDAR_DAYS: 'hari kalender',
    CALENDAR_DAYS_AFTER_PREVIOUS: 'hari kalender setelah langkah sebelumnya berakhir',
  };
  const counted =
    rule.kind === 'DATE_IN_DOCUMENT' ? 'tanggal dalam dokumen' : `${formatInteger(rule.days)} ${length[rule.kind]}`;
  const end =
    ends === null
      ? `berakhir belum dapat dihitung: SKB hari libur ${missingYear ?? ''} belum dimuat`
      : `berakhir ${formatLongDate(ends)} pukul 24.00 WIB`;
  const now = { RUNNING: '', FIRED: ' (telah lewat)', STOPPED: ' (dihentikan)' }[state];
  return `${counted} sejak ${plainDate(from)}; ${end}${now}${basis === '' ? '' : `; ${basis}`}`;
}

function remarks(step: ChronologyStep): string {
  const attended = { true: 'hadir', false: 'tidak hadir', null: '' }[String(step.attended) as 'true'];
  const parts = [
    step.note,
    step.promisedOn === null ? '' : `tanggal dalam dokumen ${formatLongDate(step.promisedOn)}`,
    step.workers === null ? '' : `${formatInteger(step.workers)} pekerja`,
    rupiahOrNothing(step.amount),
    step.instalments === null ? '' : `${formatInteger(step.instalments)} angsuran`,
    attended,
    step.services.length === 0 ? '' : `layanan: ${step.services.map(serviceWord).join(', ')}`,
    step.recordedBy === '' ? '' : `dicatat oleh ${step.recordedBy}${step.onDocument ? ' berdasarkan dokumen' : ''}`,
    step.files.length === 0 ? 'tanpa berkas bukti' : `bukti: ${step.files.join(', ')}`,
  ];
  return parts.filter(Boolean).join('; ');
}

/** The public service as the product names it; a code that it does not know stays a code. */
function serviceWord(code: string): string {
  const known = REFUSED_SERVICES.find((it) => it === code);
  return known === undefined ? code : word('id', 'service', known);
}
