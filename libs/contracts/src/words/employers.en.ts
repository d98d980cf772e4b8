import type { EMPLOYERS_ID } from './employers.id';
import type { SameShape } from './shape';

/** What is refused about employers and lists of them, in English. */
export const EMPLOYERS_EN: SameShape<typeof EMPLOYERS_ID> = {
  refusals: {
    NIB_INVALID: {
      title: 'The NIB is not complete',
      detail: 'An NIB has 13 digits; {digits} were written.',
      mend: 'Check the NIB on the OSS document, or leave it empty while it is not known.',
    },
    NPWP_INVALID: {
      title: 'The NPWP is not complete',
      detail: 'An NPWP has 15 or 16 digits; {digits} were written.',
      mend: 'Check the NPWP, or leave it empty while it is not known.',
    },
    NPP_INVALID: {
      title: 'This is not a BPJS employer code',
      detail: 'The code of BPJS has 5 to 20 letters and digits; {digits} were written.',
      mend: 'Copy the code as BPJS writes it, or leave it empty.',
    },
    IDENTITY_DAMAGED: {
      title: 'The number was damaged by a spreadsheet',
      detail: 'The field {field} is written as a short amount (such as 3.5E+12), so that digits are lost.',
      mend: 'Take the number from its source and write it as text.',
    },
    VILLAGE_OUTSIDE_DISTRICT: {
      title: 'The village is not in that district',
      detail: 'The chosen village belongs to another district.',
      mend: 'Choose a village of the right district, or change the district.',
    },
    VILLAGE_AMBIGUOUS: {
      title: 'Several districts have a village of that name',
      detail: 'There is a village {value} in more than one district.',
      mend: 'Fill in the district, or use the code of the village.',
    },
    VIOLATION_UNKNOWN: {
      title: 'This violation is not known',
      detail: '“{value}” is not known as a kind of violation.',
      mend: 'Write: belum mendaftar, sebagian, data tidak benar or menunggak.',
    },
    EMPLOYER_MERGED: {
      title: 'This entry was merged',
      detail: 'This employer was found to be a double and was merged into number {into}.',
      mend: 'Open employer number {into} and go on there.',
    },
    EMPLOYER_SAME: {
      title: 'The same employer',
      detail: 'Both numbers name the same employer.',
      mend: 'Choose another employer to compare with.',
    },
    EMPLOYER_HAS_CASE: {
      title: 'The double still has a case',
      detail: 'Case {case} is still open on the employer that is to be merged.',
      mend: 'Close case {case} as a double, or merge the other way round.',
    },
    EMPLOYER_FIELD_CONFLICT: {
      title: 'Somebody else changed the same field',
      detail: 'Since you opened this employer, somebody else saved another value for {fields}.',
      mend: 'Compare the two values, choose the right one and save again. What you typed is not lost.',
    },
    IMPORT_FILE_MISSING: {
      title: 'No file was chosen',
      detail: 'No file arrived, or it was not said where the list comes from.',
      mend: 'Choose one CSV, XLSX or XLS file and where it comes from.',
    },
    IMPORT_TOO_LARGE: {
      title: 'The file is too large',
      detail: 'A list may have {limit} MB at most.',
      mend: 'Remove pictures and other sheets, or divide the list.',
    },
    IMPORT_NOT_A_TABLE: {
      title: 'This file is not a list',
      detail: 'Its content is neither CSV nor XLSX nor XLS, whatever its name ends in.',
      mend: 'Open it in Excel or LibreOffice, save it as XLSX or CSV and upload it again.',
    },
    IMPORT_UNREADABLE: {
      title: 'The file is damaged',
      detail: 'The file cannot be read to its end (line {lines}).',
      mend: 'Save it anew in the program it comes from and upload it again. Nothing was stored.',
    },
    IMPORT_ENCODING: {
      title: 'Letters in the file are damaged',
      detail: 'On line {lines} there are letters that cannot be read.',
      mend: 'Save it as “CSV UTF-8” and upload it again. Nothing was stored.',
    },
    IMPORT_SWELLS: {
      title: 'There is too much in the file',
      detail: 'Unpacked, it holds more than {limit} MB.',
      mend: 'Save only the list to a new file, without pictures and other sheets.',
    },
    IMPORT_TOO_SLOW: {
      title: 'The file is too heavy to read',
      detail: 'Reading this file takes more time or memory than is allowed.',
      mend: 'Save it as CSV, or divide the list into several files.',
    },
    IMPORT_EMPTY: {
      title: 'There is nothing in the list',
      detail: 'There are no lines below the headings.',
      mend: 'Check whether file and sheet are the right ones.',
    },
    IMPORT_TOO_MANY_ROWS: {
      title: 'The list is too long',
      detail: 'A file may have {limit} lines at most.',
      mend: 'Divide the list into several files.',
    },
    IMPORT_TOO_MANY_COLUMNS: {
      title: 'Too many columns',
      detail: 'Line {line} has {columns} columns; {limit} at most.',
      mend: 'Remove columns that are not needed and upload it again.',
    },
    IMPORT_RAGGED: {
      title: 'Lines differ in their number of columns',
      detail: 'The heading has {columns} columns, but line {lines} has not. Mostly a separator stands inside a field.',
      mend: 'Put that field in quotes, or save as XLSX. Nothing was stored.',
    },
    IMPORT_HEADER_TWICE: {
      title: 'A heading stands twice',
      detail: 'On line {line} two columns or more are headed “{heading}”.',
      mend: 'Give them different headings and upload it again.',
    },
    IMPORT_FORMULA_EMPTY: {
      title: 'A formula without a result',
      detail: 'On line {lines} there is a formula whose result was not saved. Formulas are never evaluated here.',
      mend: 'Save it anew in Excel, or paste as values, and upload it again.',
    },
    IMPORT_NUMBERS_DAMAGED: {
      title: 'Numbers were damaged by a spreadsheet',
      detail: 'On line {lines} the field {field} became an amount and lost digits. The whole file is refused.',
      mend: 'Take the numbers from their source, set the column to Text, fill it again and upload. Nothing was stored.',
    },
    IMPORT_COLUMN_MISSING: {
      title: 'A column that is needed was not chosen',
      detail: 'Without the column {field} this file cannot be read.',
      mend: 'Choose the column that holds {field}.',
    },
    IMPORT_COLUMN_UNKNOWN: {
      title: 'There is no such column',
      detail: 'The file has not got the column chosen for {field}, or one column was chosen twice.',
      mend: 'Check which column is what.',
    },
    IMPORT_NOT_PREVIEWED: {
      title: 'The list was not checked yet',
      detail: 'It was not said which column is what, so there is nothing to load.',
      mend: 'Say which column is what, look at the result, then load.',
    },
    IMPORT_STALE: {
      title: 'Something changed since the check',
      detail: 'Somebody changed what this file is compared with after it was checked.',
      mend: 'Check the file again; what you decided is kept.',
    },
    IMPORT_APPLIED: {
      title: 'This list was loaded already',
      detail: 'A file that was uploaded is loaded once.',
      mend: 'Upload the file again to look for changes.',
    },
    IMPORT_LINE_UNKNOWN: {
      title: 'There is no such line',
      detail: 'Line {line} is not in the list, or waits for no decision.',
      mend: 'Load the result of the check again and decide anew.',
    },
    IMPORT_ROW_REPEATED: {
      title: 'The employer stands there twice',
      detail: 'The same employer stands on line {line}.',
      mend: 'Remove one of the lines, or correct its number.',
    },
  },
};
