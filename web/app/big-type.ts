import { store } from '../store.ts'

export const sizes = ['100', '115', '130'] as const
export type TypeSize = (typeof sizes)[number]

const rememberedAt = 'training.type-size'

function remembered(): TypeSize {
  const found = localStorage.getItem(rememberedAt)
  return sizes.find((size) => size === found) ?? '100'
}

export const typeSize = store<TypeSize>('100')

export function startBigType(): void {
  choose(remembered())
}

function choose(size: TypeSize): void {
  if (size === '100') delete document.documentElement.dataset.chu
  else document.documentElement.dataset.chu = size
  localStorage.setItem(rememberedAt, size)
  typeSize.set(size)
}

/** 100 → 115 → 130 → 100. */
export function nextSize(): void {
  choose(sizes[(sizes.indexOf(typeSize.get()) + 1) % sizes.length] ?? '100')
}
