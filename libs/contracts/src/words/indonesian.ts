import { ID } from './id';
import { type Voice, voiceOf } from './voice';

// A door of its own: whoever reads Indonesian does not fetch the English words.
export const INDONESIAN_VOICE: Voice = voiceOf('id', ID);
export { LANGUAGES } from './voice';
