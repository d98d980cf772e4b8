declare module '@develoka/angka-terbilang-js' {
  /** A whole number in Indonesian words. */
  export default function angkaTerbilang(number: string | number): string;
}
