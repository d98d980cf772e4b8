import type { MapPolygon } from '@papan/domain';

/** What a file may hold, before anything of it is believed. */
export type Json = Readonly<Record<string, unknown>>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isListOf<T>(value: unknown, isOne: (one: unknown) => one is T): value is readonly T[] {
  return Array.isArray(value) && value.every(isOne);
}

export function isRing(value: unknown): value is MapPolygon[number] {
  return isListOf(value, isPosition);
}

export function isPosition(value: unknown): value is readonly number[] {
  return isListOf(value, isNumber);
}

export function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}
