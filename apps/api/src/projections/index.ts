import type { Projection } from '@papan/server-platform';
import { casesFeedTasks } from './cases-feed-tasks';

/** What one noun does because of another, in the transaction of the change. The features know nothing of each other. */
export const PROJECTIONS: readonly Projection[] = [casesFeedTasks];
