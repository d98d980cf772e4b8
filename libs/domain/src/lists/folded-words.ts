/** Capital letters and digits with single blanks: `Kelurahan/Desa` is `KELURAHAN DESA`. */
export function foldedWords(text: string): string {
  return wordsOf(text).join(' ');
}

/** Words in capitals without accents; letters between dots are one word (`P.T.`), all other marks part words. */
export function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toUpperCase()
    .replace(/\b([A-Z])\.(?=[A-Z]\b)/g, '$1')
    .split(/[^A-Z0-9]+/)
    .filter((word) => word !== '');
}
