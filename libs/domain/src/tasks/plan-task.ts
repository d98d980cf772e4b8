import { type IsoDate, isIsoDate, wibDate } from '../calendar/wib';
import { type Agency, instructable } from '../organisation/agency';
import type { Campaign } from '../organisation/campaign';
import { type Refusal, isRefusal, refuse } from '../refusal/refusal';
import { changedSince } from './evolve';
import type { EventOf, TaskChanges, TaskTexts } from './events';
import {
  EDITABLE_FIELDS,
  type EditableField,
  SEGMENTS,
  type Task,
  type TaskPlan,
  UNITS,
  type Visibility,
  isOpen,
} from './task';
import { TEXT_LIMIT, TITLE_LIMIT, checkQuantity, checkText } from './text';

/** What the rules need to know of the region: its agencies, its campaigns, and which area codes exist. */
export interface Region {
  readonly agencies: ReadonlyMap<number, Agency>;
  readonly campaigns: ReadonlyMap<number, Campaign>;
  readonly hasArea: (code: string) => boolean;
}

export interface NewTask extends TaskPlan {
  readonly campaign: number;
  readonly agency: number;
  readonly visibility: Visibility;
  /** Kept as a draft, or handed to the agency at once. */
  readonly draft: boolean;
}

/** A new task for an agency that can be instructed. `id` is the next number of the region. */
export function planTask(id: number, plan: NewTask, region: Region): EventOf<'TaskCreated'> | Refusal {
  const campaign = openCampaign(region, plan.campaign);
  if (isRefusal(campaign)) return campaign;
  const agency = instructable(region.agencies, plan.agency);
  if (isRefusal(agency)) return agency;
  if (plan.visibility === 'agency' && agency.kind === 'LEAD') return refuse('TASK_RESTRICTED_UNVERIFIABLE', {});
  const checked = checkPlan(plan, campaign, region);
  if (isRefusal(checked)) return checked;
  const { title, description, evidence, ...facts } = checked;
  return {
    type: 'TaskCreated',
    data: {
      task: id,
      campaign: campaign.id,
      agency: agency.id,
      visibility: plan.visibility,
      status: plan.draft ? 'DRAFT' : 'ASSIGNED',
      ...facts,
    },
    text: { title, description, evidence },
  };
}

/** Both values of a field that two people changed: what stands now, and what the editor typed. */
export interface FieldConflict {
  readonly field: EditableField;
  readonly theirs: string | number | null;
  readonly yours: string | number | null;
}

export interface EditConflict {
  readonly conflicts: readonly FieldConflict[];
}

/**
 * An edit of some fields by someone who had seen version `seen`. Disjoint fields merge; where a field was changed since
 * and differs, both values come back and nothing is written. Fields that already hold the value are left out.
 */
export function editTask(
  task: Task,
  seen: number,
  edits: Partial<TaskPlan>,
  region: Region,
): EventOf<'TaskEdited'> | EditConflict | Refusal {
  if (!isOpen(task.status)) return refuse('TASK_CLOSED', { status: task.status });
  if (!Number.isInteger(seen) || seen < 1 || seen > task.version)
    return refuse('VERSION_UNKNOWN', { seen, version: task.version });
  const campaign = openCampaign(region, task.campaign);
  if (isRefusal(campaign)) return campaign;
  const merged = checkPlan({ ...task, ...defined(edits) }, campaign, region);
  if (isRefusal(merged)) return merged;
  const fields = EDITABLE_FIELDS.filter((field) => edits[field] !== undefined && merged[field] !== task[field]);
  if (fields.length === 0) return refuse('NOTHING_TO_CHANGE', {});
  const since = changedSince(task, seen);
  const overlap = fields.filter((field) => since.includes(field));
  if (overlap.length > 0) {
    return { conflicts: overlap.map((field) => ({ field, theirs: task[field], yours: merged[field] })) };
  }
  const done = Math.max(task.reported, task.registered);
  if (fields.includes('target') && merged.target < done)
    return refuse('TARGET_BELOW_WORK', { target: merged.target, done });
  if (fields.includes('unit') && (task.reported > 0 || task.registered > 0 || task.active > 0)) {
    return refuse('TARGET_BELOW_WORK', { target: merged.target, done });
  }
  return {
    type: 'TaskEdited',
    data: { task: task.id, fields, changes: facts(merged, fields) },
    text: texts(merged, fields),
  };
}

export function isEditConflict(value: unknown): value is EditConflict {
  return typeof value === 'object' && value !== null && 'conflicts' in value;
}

function openCampaign(region: Region, id: number): Campaign | Refusal {
  const campaign = region.campaigns.get(id);
  if (!campaign) return refuse('CAMPAIGN_UNKNOWN', { campaign: id });
  return campaign.open ? campaign : refuse('CAMPAIGN_CLOSED', { campaign: campaign.title });
}

function checkPlan(plan: TaskPlan, campaign: Campaign, region: Region): TaskPlan | Refusal {
  const title = checkText('title', plan.title, TITLE_LIMIT, true);
  if (isRefusal(title)) return title;
  const description = checkText('description', plan.description, TEXT_LIMIT, false);
  if (isRefusal(description)) return description;
  const evidence = checkText('evidence', plan.evidence, TEXT_LIMIT, false);
  if (isRefusal(evidence)) return evidence;
  if (!UNITS.includes(plan.unit)) return refuse('UNIT_UNKNOWN', { value: plan.unit });
  if (plan.segment !== null && !SEGMENTS.includes(plan.segment))
    return refuse('SEGMENT_UNKNOWN', { value: plan.segment });
  if (plan.area !== null && !region.hasArea(plan.area)) return refuse('AREA_UNKNOWN', { value: plan.area });
  const target = checkQuantity('target', plan.target, 1, plan.unit);
  if (isRefusal(target)) return target;
  const dates = checkDates(plan.start, plan.due, wibDate(campaign.deadline));
  if (dates) return dates;
  const { unit, segment, area, start, due } = plan;
  return { title, description, evidence, unit, segment, area, target, start, due };
}

function checkDates(start: IsoDate | null, due: IsoDate, last: IsoDate): Refusal | undefined {
  if (!isIsoDate(due)) return refuse('DATE_INVALID', { field: 'due', value: due });
  if (start !== null && !isIsoDate(start)) return refuse('DATE_INVALID', { field: 'start', value: start });
  if (start !== null && due < start) return refuse('DUE_BEFORE_START', { start, due });
  return due > last ? refuse('DUE_AFTER_CAMPAIGN', { due, deadline: last }) : undefined;
}

function defined(edits: Partial<TaskPlan>): Partial<TaskPlan> {
  const entries: readonly [string, unknown][] = Object.entries(edits);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

const TEXT_FIELDS: readonly EditableField[] = ['title', 'description', 'evidence'];

function facts(plan: TaskPlan, fields: readonly EditableField[]): TaskChanges {
  return pick(
    plan,
    fields.filter((field) => !TEXT_FIELDS.includes(field)),
  );
}

function texts(plan: TaskPlan, fields: readonly EditableField[]): TaskTexts | null {
  const touched = fields.filter((field) => TEXT_FIELDS.includes(field));
  return touched.length === 0 ? null : pick(plan, touched);
}

function pick(plan: TaskPlan, fields: readonly EditableField[]): Partial<TaskPlan> {
  return Object.fromEntries(fields.map((field) => [field, plan[field]]));
}
