import type { Routes } from '@angular/router';

/** The pages of compliance: the cases, the hand-over, the employers. Each comes as its own chunk. */
export const COMPLIANCE_ROUTES: Routes = [];
