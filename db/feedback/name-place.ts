import type { Place } from '../../domain/feedback/places.ts'

/** 'Mục II.3. Lớp cho cán bộ mới', as papers write it. */
export function namePlace({ placeKind, placeCode, heading }: Place): string {
  if (placeKind === 'CLAUSE') return `Mục ${placeCode}. ${heading}`
  return placeKind === 'TARGET' ? `Chỉ tiêu ${placeCode}` : `Lớp ${placeCode}. ${heading}`
}
