import { ID_FIRST } from './first.id';
import { type Voice, voiceOf } from './voice';

// A door of its own: whoever reads Indonesian fetches neither the English words nor those of rooms that he does not enter.
export const INDONESIAN_VOICE: Voice = voiceOf('id', ID_FIRST);
export { LANGUAGES } from './voice';
