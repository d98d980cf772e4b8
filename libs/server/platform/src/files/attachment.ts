/** Characters that RFC 5987 lets stand as they are, of those that `encodeURIComponent` leaves. */
const NOT_LEFT = /['()*!]/g;

/** `Content-Disposition` of a file to be saved under its name, in letters of any script (RFC 6266, RFC 5987). */
export function attachmentOf(name: string): string {
  const plain = name.replace(/[^\x20-\x7E]|["\\%;]/g, '_');
  const whole = encodeURIComponent(name).replace(NOT_LEFT, (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
