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
    MAP_FILE_MISSING: {
      title: 'No file was chosen',
      detail: 'No file was received.',
      mend: 'Choose one GeoJSON or TopoJSON file.',
    },
    MAP_TOO_LARGE: {
      title: 'The file is too large',
      detail: 'A map layer has {limit} MB at most.',
      mend: 'Simplify its lines in your map software, then send it again.',
    },
    MAP_TOO_DETAILED: {
      title: 'The layer is too detailed',
      detail: 'The file has {found} areas or points, more than a layer may have.',
      mend: 'Choose one regency or city only and simplify its lines, then send it again.',
    },
    MAP_TOO_SLOW: {
      title: 'The layer is too heavy to read',
      detail: 'Reading this file takes more time or memory than there is.',
      mend: 'Simplify its lines in your map software, then send it again.',
    },
    MAP_UNREADABLE: {
      title: 'This file is no map layer',
      detail: 'The file cannot be read as whole GeoJSON or TopoJSON.',
      mend: 'Export it again as GeoJSON (WGS 84), then send that file.',
    },
    MAP_EMPTY: {
      title: 'The layer has no areas',
      detail: 'There is not one area in the file.',
      mend: 'Check the layer that was exported, then send it again.',
    },
    MAP_NOT_AN_AREA: {
      title: 'Not an area',
      detail: 'Feature {feature} is no area but a point, a line, or empty.',
      mend: 'Remove the feature or replace it by the outline of its area.',
    },
    MAP_CODE_MISSING: {
      title: 'The code of the ministry is missing',
      detail:
        'Feature {feature} has no code of the Ministry of Home Affairs of a district or village, such as 35.05.10. BPS codes cannot be used.',
      mend: 'Add a column with that code to the layer, then send it again.',
    },
    MAP_CODE_FOREIGN: {
      title: 'An area outside this region',
      detail: 'The layer has no area of this region; feature {feature} has the code {value}.',
      mend: 'Choose a layer that has the areas of this region.',
    },
    MAP_CODE_UNKNOWN: {
      title: 'The area is not known',
      detail: 'The code {value} is not in the list of areas of this region.',
      mend: 'Check that code in the layer, then send it again.',
    },
    MAP_CODE_TWICE: {
      title: 'An area is there twice',
      detail: 'The code {value} is there again in feature {feature}.',
      mend: 'Make the parts of that area one feature.',
    },
    MAP_LEVELS_MIXED: {
      title: 'Levels are mixed',
      detail: 'Feature {feature} has the code {value}, while the first feature is of another level.',
      mend: 'Use a layer of districts only or of villages only.',
    },
    MAP_OUTSIDE: {
      title: 'A place outside Indonesia',
      detail: 'Feature {feature} has a point at {value}, outside Indonesia.',
      mend: 'Export it again with longitude and latitude in degrees (WGS 84), longitude first.',
    },
    MAP_RING_OPEN: {
      title: 'The outline is not closed',
      detail: 'The outline of feature {feature} does not come back to where it began, or has fewer than four points.',
      mend: 'Repair that outline in your map software, then send it again.',
    },
    MAP_LAYER_NONE: {
      title: 'There is no map layer',
      detail: 'No map layer is up; the tile map is shown.',
      mend: 'Load the page again to see what is there now.',
    },
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
