import type { Paper, PaperSetting } from '../data';
import type { Values } from '../forms/form';
import { chronologyValues } from './chronology';
import { handoverValues } from './handover';
import { himbauanValues } from './himbauan';
import { reportValues } from './report';
import { summaryValues } from './summary';
import { visitValues } from './visit';

/** What stands behind each tag of a paper. */
export function valuesOf(paper: Paper, setting: PaperSetting): Values {
  switch (paper.kind) {
    case 'HIMBAUAN':
      return himbauanValues(paper.data, setting);
    case 'VISIT':
      return visitValues(paper.data, setting);
    case 'CHRONOLOGY':
      return chronologyValues(paper.data, setting);
    case 'HANDOVER':
      return handoverValues(paper.data, setting);
    case 'DOSSIER':
      return {
        ...chronologyValues(paper.data.chronology, setting),
        ...handoverValues(paper.data.handover, setting),
      };
    case 'SUMMARY':
      return summaryValues(paper.data, setting);
    case 'REPORT':
      return reportValues(paper.data, setting);
  }
}
