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
  figureCheck: {
    CELL_INVALID: 'Cells of lines {lines} cannot be read as a number of people: {about}',
    AREA_UNKNOWN: 'Areas in lines {lines} are not known in this region: {about}',
    CODE_SYSTEM:
      'Codes in lines {lines} are no Kemendagri codes of this region (codes of BPS or of another region): {about}',
    SEGMENT_UNKNOWN: 'Segments or movements in lines {lines} are not known: {about}',
    CELL_TWICE: 'The same figure stands there more than once, in lines {lines}: {about}',
    LEVELS_MIXED:
      'Figures of districts are mixed with figures of villages, so that people are counted twice, in lines {lines}: {about}',
    ACTIVE_ABOVE_REGISTERED: 'More active than registered members in lines {lines}: {about}',
    SUM_DIFFERS: '“{about}” in line {lines} says {found}, but its parts add up to {expected}',
    AREA_MISSING: '{count} areas are not in the file: {about}',
    JUMP: '{about} changed much: {found} members, where the figures before have {expected}',
    ABOVE_POPULATION: 'More members than residents in {count} areas: {about}. That is possible, but worth a look',
    ALL_ZERO: 'All figures are 0 in {count} areas: {about}. A 0 says that there is nobody, not that nothing is known',
  },
  event: {
    PopulationRecorded: '{who} recorded the population of semester {semester}: {people} residents',
    MovementsRecorded: '{who} recorded why people came and went up to {asOf}',
    MapLayerPublished: '{who} put up a map layer of {areas} areas',
    MapLayerWithdrawn: '{who} took the map layer down',
    ClaimRecorded: '{who} entered a statement in the claims register',
  },
  refusals: {
    FIGURES_STOPPED: {
      title: 'The file cannot be loaded yet',
      detail: 'There are {count} problems to be put right first: {lines}.',
      mend: 'Mend these lines in the file itself and upload it again. The figures that are there have not changed.',
    },
    FIGURES_DOUBTED: {
      title: 'There are warnings that nobody has read',
      detail: 'The check found {count} unusual things in this file.',
      mend: 'Read the warnings, then load the file and say that its figures are meant like this.',
    },
    SEMESTER_INVALID: {
      title: 'This is no semester',
      detail: '“{value}” is no semester of population data that has begun.',
      mend: 'Write year and semester, for example 2025-I or 2025-II.',
    },
    POPULATION_UNKNOWN: {
      title: 'The population is not known yet',
      detail: 'There is no population of semester {semester} to compare the month with.',
      mend: 'Load the population of that semester first, or give the residents as the source has them.',
    },
    POPULATION_MISSING: {
      title: 'The population is not known yet',
      detail: 'Members are not recorded without a population to compare them with.',
      mend: 'Load the population of a semester first, or give the residents as the source has them.',
    },
  },
};
