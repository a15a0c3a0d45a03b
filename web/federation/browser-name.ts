const browsers: readonly [RegExp, string][] = [
  [/coc_coc/i, 'Cốc Cốc'],
  [/Edg/, 'Edge'],
  [/Firefox/, 'Firefox'],
  [/Chrom(e|ium)/, 'Chrome'],
  [/Safari/, 'Safari'],
]
const machines: readonly [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** 'Chrome, Windows': enough to know one's own machine by; null where nothing is known. */
export function browserName(userAgent: string | null): string | null {
  const of = (names: readonly [RegExp, string][]) =>
    names.find(([sign]) => sign.test(userAgent ?? ''))?.[1]
  return [of(browsers), of(machines)].filter(Boolean).join(', ') || null
}
