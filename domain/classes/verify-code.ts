/**
 * Without what is mistaken for something else, by eye or over the telephone: no 0 O Q, 1 I L,
 * 2 Z, 5 S, 8 B, U V. Twenty-three signs, because over a prime the check sign finds every single
 * mistake and every two neighbours that were exchanged.
 */
const signs = '34679ACDEFGHJKMNPRTVWXY'
const base = signs.length
const drawn = 11

/** 'HT7K-M4XP-9RCA': eleven signs drawn by chance, about fifty bits, and one that checks them. */
export function newVerifyCode(drawBelow: (limit: number) => number): string {
  const values = Array.from({ length: drawn }, () => drawBelow(base))
  return grouped([...values, checkOf(values)].map((value) => signs[value]).join(''))
}

/** The code as it is kept, from whatever was typed: small letters, spaces, other dashes. */
export function readVerifyCode(raw: string): { code: string; isWhole: boolean } | null {
  const text = raw.toUpperCase().replaceAll(/[\s.\-\u2010-\u2015_]/gu, '')
  if (text.length !== drawn + 1) return null
  const values = Array.from(text, (sign) => signs.indexOf(sign))
  if (values.includes(-1)) return { code: text, isWhole: false }
  return { code: grouped(text), isWhole: checkOf(values.slice(0, drawn)) === values[drawn] }
}

/** Each place weighs differently, so that an exchange shows. */
function checkOf(values: readonly number[]): number {
  const sum = values.reduce((total, value, place) => total + value * (place + 2), 0)
  return (base - (sum % base)) % base
}

function grouped(code: string): string {
  return code.replaceAll(/(.{4})(?=.)/g, '$1-')
}
