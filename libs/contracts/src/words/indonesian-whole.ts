import { ID } from './id';
import { type Voice, voiceOf } from './voice';

// A door of its own: fetched with the first room that has words of its own.
export const WHOLE_INDONESIAN_VOICE: Voice = voiceOf('id', ID);
