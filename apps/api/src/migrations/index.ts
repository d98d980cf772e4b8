import { Journal1762000000001 } from './1762000000001-journal';
import { OrganisationTasksCoverage1762000000002 } from './1762000000002-organisation-tasks-coverage';
import { Evidence1762000000003 } from './1762000000003-evidence';
import { DeadlinesNotices1762000000004 } from './1762000000004-deadlines-notices';
import { Employers1762000000005 } from './1762000000005-employers';
import { Cases1762000000006 } from './1762000000006-cases';
import { Figures1762000000007 } from './1762000000007-figures';
import { PublicCoverage1762000000008 } from './1762000000008-public-coverage';

/** Every change of the schema, in order. A class once released is never edited. */
export const MIGRATIONS = [
  Journal1762000000001,
  OrganisationTasksCoverage1762000000002,
  Evidence1762000000003,
  DeadlinesNotices1762000000004,
  Employers1762000000005,
  Cases1762000000006,
  Figures1762000000007,
  PublicCoverage1762000000008,
];
