import { Journal1762000000001 } from './1762000000001-journal';
import { OrganisationTasksCoverage1762000000002 } from './1762000000002-organisation-tasks-coverage';
import { DeadlinesNotices1762000000004 } from './1762000000004-deadlines-notices';
import { Employers1762000000005 } from './1762000000005-employers';

/** Every change of the schema, in order. A class once released is never edited. */
export const MIGRATIONS = [
  Journal1762000000001,
  OrganisationTasksCoverage1762000000002,
  DeadlinesNotices1762000000004,
  Employers1762000000005,
];
