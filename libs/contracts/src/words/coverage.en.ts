import type { COVERAGE_ID } from './coverage.id';
import type { SameShape } from './shape';

/** What is said about figures, their files and the map, in English. */
export const COVERAGE_EN: SameShape<typeof COVERAGE_ID> = {
  movement: {
    ENROLLED: 'Newly enrolled',
    BORN: 'Born',
    MOVED_IN: 'Moved in',
    REACTIVATED: 'Reactivated',
    DIED: 'Died',
    MOVED_OUT: 'Moved out',
    DEACTIVATED: 'Deactivated (decree)',
    IN_ARREARS: 'In arrears',
  },
  figureKind: {
    MONTH: 'Monthly figures of BPJS',
    POPULATION: 'Population of a semester',
    MOVEMENTS: 'Movements of members',
  },
  event: {
    PopulationRecorded: '{who} recorded the population of semester {semester}: {people} residents',
    MovementsRecorded: '{who} recorded why people came and went up to {asOf}',
    MapLayerPublished: '{who} put up a map layer of {areas} areas',
    MapLayerWithdrawn: '{who} took the map layer down',
    ClaimRecorded: '{who} entered a statement in the claims register',
  },
  refusals: {},
};
