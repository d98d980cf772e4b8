// Fetched with the first room that has words of its own; a file of ours, so that the other words of the contracts stay static.
export { WHOLE_INDONESIAN_VOICE } from '@papan/contracts/words/indonesian-whole';
