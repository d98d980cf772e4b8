import type { evidence as source } from './evidence.id';
import type { Translated } from './messages';

/** Files that show work: choosing, sending, listing. */
export const evidence: Translated<typeof source> = {
  loading: 'Loading the list of evidence',
  failed: 'The list of evidence could not be loaded.',
  retry: 'Try again',
  empty: 'No evidence yet.',
  wanted: 'Evidence asked for: {text}',

  newFile: 'New file',
  choose: 'Choose a file',
  chooseAgain: 'Choose another file',
  camera: 'Take a photo',
  dropHere: 'or drop files here',
  taken: '{kinds}; {limit} MB at most. Photos are stored without their place.',

  preparing: 'Preparing {name}',
  sending: 'Uploading {name}: {percent}%',
  checking: 'Checking {name}',
  stored: 'Stored: {name}, {kind}, {size}',
  storedBefore: 'The same file was uploaded before; its content is stored once.',
  cancelled: 'Cancelled: {name}',
  unreachable: '{name} was not sent: the network broke off.',
  cancel: 'Cancel',
  sendAgain: 'Send again',
  remove: 'Remove from the list',

  letterNumber: 'Number of the letter',
  letterDate: 'Date of the letter',
  receivedOn: 'Date received',
  letterHint: 'Leave empty where the file is no letter.',
  note: 'Note',
  attach: 'Add as evidence',
  attaching: 'Adding…',
  chooseFirst: 'Choose a file first.',
  waitForUpload: 'Wait until the upload is done.',

  open: 'Download {name}',
  unnamed: 'A file without a name',
  kindAndSize: '{kind}, {size}',
  letter: 'Letter number {number}',
  dated: 'dated {day}',
  received: 'received {day}',
  addedBy: '{who}, {when}',
  hash: 'Fingerprint of the file',
  originalHash: 'Original fingerprint, before the photo was stored anew',
  copy: 'Copy',
  copyHash: 'Copy the fingerprint of {name}',
  copyOriginalHash: 'Copy the original fingerprint of {name}',
  copied: 'The fingerprint was copied.',
  copyFailed: 'It could not be copied; the fingerprint is written here.',
};
