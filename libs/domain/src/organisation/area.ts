/** A district (kecamatan, `35.05.10`) or village (desa/kelurahan, `35.05.10.1008`) with its Kemendagri code. */
export interface Area {
  readonly code: string;
  readonly name: string;
  readonly kind: 'DISTRICT' | 'VILLAGE';
}

const AREA_CODE = /^\d{2}\.\d{2}\.\d{2}(\.\d{4})?$/;

/** BPS codes (`3505010`) are another system and are not accepted. Source: docs/domain.md#areas. */
export function isAreaCode(text: string): boolean {
  return AREA_CODE.test(text);
}

/** `35.05.10.1008` lies in `35.05.10`, in `35.05`, and in itself. */
export function isWithin(code: string, area: string): boolean {
  return code === area || code.startsWith(area + '.');
}
