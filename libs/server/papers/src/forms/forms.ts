import type { PaperKind } from '../data';
import { CHRONOLOGY } from './chronology';
import type { Form } from './form';
import { DOSSIER, HANDOVER } from './handover';
import { HIMBAUAN } from './himbauan';
import { REPORT } from './report';
import { SUMMARY } from './summary';
import { VISIT } from './visit';

/** Every paper that the product can set. */
export const FORMS: Readonly<Record<PaperKind, Form>> = {
  ...{ HIMBAUAN, VISIT, CHRONOLOGY, HANDOVER, DOSSIER, SUMMARY, REPORT },
};
