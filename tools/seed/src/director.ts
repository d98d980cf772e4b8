import {
  type HolidayDecree,
  type IsoDate,
  type IsoInstant,
  type Task,
  type Verification,
  type VerificationSource,
  addDays,
  countsPersons,
  epochMillis,
  instantFromMillis,
  wibDate,
} from '@papan/domain';
import type { Chance } from './chance';
import { CORRECTION_NOTES, REPORT_NOTES, RETURN_REASONS, VERIFY_NOTES } from './notes';
import { officeMoment, officeMoments, workingDaysOf } from './office-hours';
import type { StoryPerson } from './region-story';
import type { Part, Stage } from './stage';
import type { Fate, TaskScript } from './task-script';

/** Who acts in the story of a region. */
export interface Cast {
  readonly lead: StoryPerson;
  readonly verifier: StoryPerson;
  /** The operator of each agency, by its code; the lead works on its own tasks. */
  readonly operators: ReadonlyMap<string, StoryPerson>;
  /** Somebody of the agency with this code. Throws where there is nobody. */
  byAgency(code: string): StoryPerson;
}

export interface Scene {
  readonly stage: Stage;
  readonly cast: Cast;
  readonly chance: Chance;
  readonly decrees: readonly HolidayDecree[];
  readonly campaign: number;
  /** First and last day of the history. */
  readonly from: IsoDate;
  readonly through: IsoDate;
  /** The last moment of the campaign that a due date may name. */
  readonly lastDay: IsoDate;
}

interface Step {
  readonly at: IsoInstant;
  readonly delta: number;
}

/** Plays one task from its assignment to where it stands when the demonstration begins. */
export function direct(scene: Scene, script: TaskScript, target: number): Part {
  const { stage, cast, chance } = scene;
  const days = workingDaysOf(scene.decrees, scene.from, scene.through);
  const fate = script.fate ?? (script.early ? 'IN_PROGRESS' : fateOf(chance, target, countsPersons(script.unit)));
  const promptly = script.early ?? (isDueWithin(script, scene) || chance.happens(0.78));
  const firstDay = promptly ? chance.between(0, 4) : chance.between(5, Math.floor(days.length / 2));
  const assigned = officeMoment(at(days, firstDay), chance);
  const moved = script.due === undefined && fate === 'IN_PROGRESS' && chance.happens(0.16) ? chance.between(1, 2) : 0;
  const due = script.due ?? dueDate(scene, moved > 0 ? 'ACCEPTED' : fate);
  const firstDue = moved > 0 ? '2026-10-16' : due;
  const part = stage.create(assigned, cast.lead, {
    campaign: scene.campaign,
    agency: agencyNumber(scene, script),
    title: script.title,
    description: script.description,
    evidence: script.evidence,
    unit: script.unit,
    segment: script.segment,
    area: script.area,
    target,
    start: wibDate(assigned),
    due: firstDue,
    visibility: script.visibility ?? 'campaign',
    draft: fate === 'DRAFT',
  });
  for (let move = 1; move <= moved; move += 1) {
    const on = at(days, Math.min(days.length - 1, firstDay + 4 + move * 4));
    stage.edit(officeMoment(on, chance), cast.lead, part, { due: move === moved ? due : '2026-10-26' });
  }
  playOut(scene, { script, part, target, fate, days, firstDay });
  return part;
}

interface Play {
  readonly script: TaskScript;
  readonly part: Part;
  readonly target: number;
  readonly fate: Fate;
  readonly days: readonly IsoDate[];
  readonly firstDay: number;
}

function playOut(scene: Scene, play: Play): void {
  const { stage, cast, chance } = scene;
  const { script, part, fate, days, firstDay } = play;
  if (fate === 'DRAFT' || fate === 'ASSIGNED' || fate === 'HANDED_OVER') return;
  const later = days.slice(firstDay + 1);
  const lastWork = fate === 'DONE' || fate === 'RETURNED' ? Math.max(4, later.length - 6) : later.length;
  const worker = workerOf(scene, script);
  if (fate === 'CANCELLED') {
    stage.deed(officeMoment(chance.pick(later.slice(4)), chance), cast.lead, part, 'cancel', cancelReason(chance));
    return;
  }
  const accepted = officeMoment(at(later, chance.between(0, 1)), chance);
  stage.deed(accepted, worker, part, 'accept');
  if (fate === 'ACCEPTED') return;
  const steps = reportSteps(scene, play, later.slice(2, lastWork));
  tellReports(scene, play, worker, steps);
  if (countsPersons(script.unit)) tellVerifications(scene, play, steps);
  finish(scene, play, worker, steps);
}

/** The deltas of a task, at random office moments; they add up to what is reported in the end. */
function reportSteps(scene: Scene, play: Play, days: readonly IsoDate[]): readonly Step[] {
  const { chance } = scene;
  const total = Math.max(1, Math.floor((play.target * reportedPercent(chance, play)) / 100));
  const most = play.script.unit === 'rupiah' ? 2 : play.target === 1 ? 1 : 7;
  const count = Math.min(total, chance.between(play.target === 1 ? 1 : 2, most));
  const weights = Array.from({ length: count }, () => chance.between(2, 9));
  const sum = weights.reduce((a, b) => a + b, 0);
  const deltas = weights.map((weight) => Math.max(1, Math.floor((total * weight) / sum)));
  const rest = total - deltas.reduce((a, b) => a + b, 0);
  deltas[0] = Math.max(1, (deltas[0] ?? 1) + rest);
  return officeMoments(days, count, chance).map((moment, nth) => ({ at: moment, delta: deltas[nth] ?? 1 }));
}

function reportedPercent(chance: Chance, { script, fate, target }: Play): number {
  if (script.reportedPercent !== undefined) return script.reportedPercent;
  if (fate === 'DONE') return countsPersons(script.unit) ? chance.between(96, 103) : 100;
  if (fate === 'REPORTED_DONE' || fate === 'RETURNED') return chance.between(86, 100);
  return target > 2500 ? chance.between(3, 17) : chance.between(8, 68);
}

function tellReports(scene: Scene, { script, part }: Play, worker: StoryPerson, steps: readonly Step[]): void {
  const { stage, chance } = scene;
  const counted = countsPersons(script.unit);
  let wrong: { readonly entry: string; readonly step: Step } | undefined;
  for (const step of steps) {
    const entry = chance.uuid(epochMillis(step.at));
    stage.report(step.at, worker, part, {
      entry,
      delta: step.delta,
      reached: counted && chance.happens(0.45) ? step.delta + chance.between(3, 40) : 0,
      rejected: counted && chance.happens(0.22) ? chance.between(1, 9) : 0,
      note: chance.happens(0.55) ? chance.pick(REPORT_NOTES[script.unit]) : '',
    });
    if (counted && step.delta > 25 && chance.happens(0.05)) wrong = { entry, step };
  }
  if (wrong) {
    const taken = Math.min(20, Math.floor(wrong.step.delta / 3));
    const corrected = later(wrong.step.at, chance.between(20, 160));
    stage.correct(corrected, worker, part, {
      entry: chance.uuid(epochMillis(corrected)),
      corrects: wrong.entry,
      delta: -taken,
      reached: 0,
      rejected: 0,
      note: chance.pick(CORRECTION_NOTES),
    });
  }
}

/** BPJS verifies in rounds, mostly on Thursdays; now and then Dinkes does it from BPJS's file. */
function tellVerifications(scene: Scene, play: Play, steps: readonly Step[]): void {
  const { stage, chance, cast } = scene;
  const rounds = verificationDays(scene, play);
  const lagging = play.script.verifiedPercent ?? chance.between(82, 98);
  for (const day of rounds) {
    const moment = officeMoment(day, chance);
    const known = steps.filter((step) => step.at < moment).reduce((sum, step) => sum + step.delta, 0);
    if (known === 0) continue;
    const fromFile = play.script.agency !== 'DINKES' && chance.happens(0.12);
    const author = fromFile ? cast.lead : cast.verifier;
    const asOf = asOfDay(scene, day);
    stage.verify(moment, author, play.part, (task) => verification(scene, task, lagging, moment, asOf, fromFile));
  }
}

/** What BPJS confirms in the second week, it mostly reads from its data of the first of October: the cut holds it already. */
function asOfDay({ chance }: Scene, day: IsoDate): IsoDate {
  if (day <= '2026-10-08' && chance.happens(0.6)) return '2026-10-01';
  return chance.happens(0.35) ? addDays(day, -1) : day;
}

function verificationDays({ chance, decrees, from, through }: Scene, { fate, script }: Play): readonly IsoDate[] {
  const days = workingDaysOf(decrees, addDays(from, 2), through);
  const thursdays = days.filter((_, nth) => nth % 5 === 1 || (fate === 'DONE' && nth === days.length - 3));
  if (fate === 'DONE' || fate === 'RETURNED' || script.verifiedPercent !== undefined) return thursdays.slice(1);
  return thursdays.filter(() => chance.happens(fate === 'REPORTED_DONE' ? 0.25 : 0.5));
}

function verification(
  { chance }: Scene,
  task: Task,
  percent: number,
  moment: IsoInstant,
  asOf: IsoDate,
  fromFile: boolean,
): Verification | null {
  const registered = Math.floor((task.reported * percent) / 100) - task.registered;
  if (registered <= 0) return null;
  const active = Math.max(0, Math.floor((registered * chance.between(88, 100)) / 100));
  const millis = epochMillis(moment);
  const entries: Verification['entries'] = [
    { entry: chance.uuid(millis), measure: 'registered' as const, delta: registered, corrects: null },
    ...(active > 0 ? [{ entry: chance.uuid(millis), measure: 'active' as const, delta: active, corrects: null }] : []),
  ];
  const source: VerificationSource = fromFile
    ? { kind: 'BPJS_FILE', number: `CONTOH/${chance.between(11, 98)}/KC-KDR/1026`, date: asOf, hash: fileHash(chance) }
    : { kind: 'BPJS' };
  return { entries, asOf, source, note: chance.happens(0.3) ? chance.pick(VERIFY_NOTES) : '' };
}

/** 64 hexadecimal digits in which no sixteen decimal ones stand in a row: nothing may look like an identity number. */
function fileHash(chance: Chance): string {
  return Array.from({ length: 8 }, () => `${chance.hex(7)}${chance.pick(['a', 'b', 'c', 'd', 'e', 'f'])}`).join('');
}

function finish(scene: Scene, { script, part, fate, days }: Play, worker: StoryPerson, steps: readonly Step[]): void {
  const { stage, chance, cast } = scene;
  if (fate === 'IN_PROGRESS') return;
  const lastStep = steps.at(-1)?.at ?? '';
  const submitted = later(lastStep, chance.between(200, 400));
  stage.deed(submitted, worker, part, 'submit');
  if (fate === 'REPORTED_DONE') return;
  const judge = script.agency === 'DINKES' ? cast.verifier : cast.lead;
  const left = days.filter((day) => day > wibDate(submitted));
  const judged = officeMoment(at(left, Math.max(0, left.length - chance.between(1, 2))), chance);
  if (fate === 'DONE') stage.deed(judged, judge, part, 'close');
  else stage.deed(judged, judge, part, 'return', script.returnReason ?? chance.pick(RETURN_REASONS));
}

/** A small task may be finished after five weeks; one for thousands of people is not. */
function fateOf(chance: Chance, target: number, persons: boolean): Fate {
  if (persons && target > 2500)
    return chance.happens(0.14) ? 'ASSIGNED' : chance.happens(0.08) ? 'ACCEPTED' : 'IN_PROGRESS';
  const roll = chance.between(1, 100);
  if (roll <= 15) return 'ASSIGNED';
  if (roll <= 24) return 'ACCEPTED';
  if (roll <= 66) return 'IN_PROGRESS';
  if (roll <= 82) return 'REPORTED_DONE';
  return roll <= 86 ? 'RETURNED' : 'DONE';
}

/** About one open task in eight is already late. */
function dueDate({ chance, decrees, through, lastDay }: Scene, fate: Fate): IsoDate {
  const past = workingDaysOf(decrees, addDays(through, -14), through);
  if (fate === 'DONE' || ((fate === 'IN_PROGRESS' || fate === 'ASSIGNED') && chance.happens(0.22)))
    return chance.pick(past);
  const ahead = workingDaysOf(decrees, addDays(through, 3), addDays(lastDay, -9));
  return chance.pick(ahead);
}

function isDueWithin({ due }: TaskScript, { through }: Scene): boolean {
  return due !== undefined && due <= through;
}

function cancelReason(chance: Chance): string {
  return chance.pick([
    'Sudah tercakup dalam tugas lain.',
    'Anggaran dialihkan ke pendaftaran peserta.',
    'Tidak lagi diperlukan setelah rapat koordinasi.',
  ]);
}

function workerOf({ cast }: Scene, script: TaskScript): StoryPerson {
  const operator = script.agency === 'DINKES' ? cast.lead : cast.operators.get(script.agency);
  if (!operator) throw new Error(`nobody works for ${script.agency}`);
  return operator;
}

function agencyNumber(scene: Scene, script: TaskScript): number {
  return workerOf(scene, script).agency;
}

function at(days: readonly IsoDate[], nth: number): IsoDate {
  const day = days[Math.min(nth, days.length - 1)];
  if (day === undefined) throw new Error('the story has run out of days');
  return day;
}

function later(moment: IsoInstant, seconds: number): IsoInstant {
  return instantFromMillis(epochMillis(moment) + seconds * 1000);
}
