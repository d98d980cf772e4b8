import type { Command } from '../command';
import { adminCreate } from './admin-create';
import { coverage } from './coverage';
import { demoLoad } from './demo-load';
import { journalVerify } from './journal-verify';
import { workingDays } from './working-days';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [adminCreate, workingDays, coverage, journalVerify, demoLoad];
