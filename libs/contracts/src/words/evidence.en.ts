import type { SameShape } from './shape';
import type { EVIDENCE_ID } from './evidence.id';

/** What is said about evidence files, in English. */
export const EVIDENCE_EN: SameShape<typeof EVIDENCE_ID> = {
  event: {
    EvidenceAttached: '{who} added evidence: {name} ({kind}, {size})',
  },
  refusals: {
    EVIDENCE_TOO_LARGE: {
      title: 'The file is too large',
      detail: 'One file may have {limit} MB at most.',
      mend: 'Make the file smaller, or divide it into several files.',
    },
    EVIDENCE_EMPTY: {
      title: 'The file is empty',
      detail: 'There is nothing in this file.',
      mend: 'Check the file, then choose it again.',
    },
    EVIDENCE_TYPE: {
      title: 'This type of file is not taken',
      detail: 'This file holds {found}. Taken are: {allowed}.',
      mend: 'Save it as one of these types, for example PDF, and upload it again.',
    },
    EVIDENCE_TYPE_UNKNOWN: {
      title: 'The type of the file is not known',
      detail: 'What this file holds cannot be recognised. Taken are: {allowed}.',
      mend: 'Save it as one of these types, for example PDF, and upload it again.',
    },
    EVIDENCE_ENDING_MISSING: {
      title: 'The name of the file has no known ending',
      detail: 'The type of a file must show in the ending of its name, like .pdf. Taken are: {allowed}.',
      mend: 'Give the file a name whose ending fits what it holds, and upload it again.',
    },
    EVIDENCE_MISNAMED: {
      title: 'Name and content of the file do not fit',
      detail: 'The name of the file ends in .{ending}, but it holds {found}.',
      mend: 'Choose the right file, or save it again from the program that made it, with the ending that fits.',
    },
    EVIDENCE_HEIC: {
      title: 'A HEIC photo cannot be read',
      detail: 'Photos are saved anew without the place where they were taken; that is not yet possible for HEIC.',
      mend: 'Save the photo as JPG, or set the camera to “most compatible”, and upload it again.',
    },
    EVIDENCE_DAMAGED: {
      title: 'The file is damaged or incomplete',
      detail: 'This {kind} file cannot be read to its end.',
      mend: 'Open the file on your computer; if that works, save it again and upload it.',
    },
    EVIDENCE_LOCKED: {
      title: 'The file is locked',
      detail: 'This {kind} file is protected by a password or against printing, so others cannot read it.',
      mend: 'Take the protection away, save the file again, and upload it.',
    },
    EVIDENCE_ACTIVE: {
      title: 'The file can run a program',
      detail: 'This {kind} file contains {what}; evidence is words and pictures only.',
      mend: 'Save it without that part (Word and Excel: as .docx or .xlsx; others: print to PDF).',
    },
    EVIDENCE_UNPACKS_TOO_LARGE: {
      title: 'The file holds too much',
      detail: 'This {kind} file is far larger once it is opened; the limit is {limit} MB.',
      mend: 'Remove sheets or pictures that are not needed, or save it as PDF.',
    },
    EVIDENCE_PIXELS: {
      title: 'The picture is too large',
      detail: 'A picture may have {limit} million pixels at most.',
      mend: 'Make the picture smaller, and upload it again.',
    },
    EVIDENCE_UNKNOWN: {
      title: 'The evidence file was not found',
      detail: 'Your agency has not uploaded the file named, or it was removed because nobody used it for long.',
      mend: 'Upload the file, then try again.',
    },
    EVIDENCE_STORE_DOWN: {
      title: 'The store of files is not available',
      detail: 'A file is said to be stored only after it is written safely.',
      mend: 'Try again in a moment; if it still fails, tell the operator. What you typed is not lost.',
    },
    LETTER_DATE_IN_FUTURE: {
      title: 'The date has not come yet',
      detail: '{field}: {on} is after today, {today} (WIB).',
      mend: 'Enter the date that stands on the letter or on its receipt.',
    },
    RECEIVED_BEFORE_WRITTEN: {
      title: 'Received before it was written',
      detail: 'The date received {receivedOn} is before the date of the letter {letterDate}.',
      mend: 'Check both dates on the letter and on its receipt.',
    },
  },
};
