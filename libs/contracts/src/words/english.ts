import { EN } from './en';
import { type Voice, voiceOf } from './voice';

// A door of its own: fetched when somebody asks for English.
export const ENGLISH_VOICE: Voice = voiceOf('en', EN);
