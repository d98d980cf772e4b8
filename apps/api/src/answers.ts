import {
  Accepted,
  AccountView,
  AreaView,
  Directory,
  Frame,
  Me,
  EvidenceList,
  EvidenceStored,
  PublishedFigureView,
  RegionView,
  Reset,
  SessionView,
  TaskDetail,
  Welcome,
} from '@papan/contracts';
import * as z from 'zod';

const TASK = '/api/regions/{region}/tasks/{task}';

/** What a route answers when it does not refuse, for the description of the API. */
export const ANSWERS: Readonly<Record<string, z.ZodType>> = {
  'GET /api/welcome': Welcome,
  'POST /api/session': Me,
  'GET /api/session': Me,
  'GET /api/session/all': z.array(SessionView),
  'GET /api/figures': z.array(PublishedFigureView),
  'GET /api/regions': z.array(RegionView),
  'GET /api/regions/{region}/people': z.array(AccountView),
  'GET /api/regions/{region}/areas': z.array(AreaView),
  'GET /api/regions/{region}/directory': Directory,
  'GET /api/regions/{region}/events': z.discriminatedUnion('type', [Frame, Reset]),
  [`GET ${TASK}`]: TaskDetail,
  'POST /api/regions/{region}/evidence': EvidenceStored,
  [`GET ${TASK}/evidence`]: EvidenceList,
  [`POST ${TASK}/evidence`]: Accepted,
  'POST /api/regions/{region}/cuts': Accepted,
  'POST /api/regions/{region}/tasks': Accepted,
  [`PATCH ${TASK}`]: Accepted,
  [`POST ${TASK}/deeds`]: Accepted,
  [`POST ${TASK}/reports`]: Accepted,
  [`POST ${TASK}/corrections`]: Accepted,
  [`POST ${TASK}/verifications`]: Accepted,
  [`POST ${TASK}/reassignments`]: Accepted,
  [`POST ${TASK}/blockers`]: Accepted,
  'POST /api/regions/{region}/blockers/{blocker}/lift': Accepted,
  'PUT /api/regions/{region}/campaigns/{campaign}/allocations/{measure}/{agency}': Accepted,
};
