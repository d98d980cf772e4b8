/** Whether the operating system answered with one of these codes (`ENOENT`, …). */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return codes.includes(codeOf(error));
}

/** Whether the operating system refused because of who we are. */
export const isDenied = (error: unknown): boolean => hasCode(error, 'EACCES', 'EPERM');

/** The code of a system error, empty for anything else. */
export function codeOf(error: unknown): string {
  // Not `instanceof Error`: an error of another realm (a test's sandbox) is one too.
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
