import type { Command } from '../command';
import { adminCreate } from './admin-create';
import { campaignClose } from './campaign-close';
import { campaignOpen } from './campaign-open';
import { caseVerifyDossier } from './case-verify-dossier';
import { coverage } from './coverage';
import { coverageImport } from './coverage-import';
import { decreeLoad } from './decree-load';
import { demoLoad } from './demo-load';
import { journalVerify } from './journal-verify';
import { passwordLink } from './password-link';
import { personAdd } from './person-add';
import { personDisable } from './person-disable';
import { personList } from './person-list';
import { settingsList } from './settings-list';
import { settingsSet } from './settings-set';
import { workingDays } from './working-days';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  ...[adminCreate, personAdd, personDisable, personList, passwordLink],
  ...[campaignOpen, campaignClose, decreeLoad, settingsList, settingsSet],
  ...[workingDays, coverage, coverageImport, journalVerify, caseVerifyDossier, demoLoad],
];
