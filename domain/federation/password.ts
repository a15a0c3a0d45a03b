import type { Obstacle } from '../grammar/obstacle.ts'
import { fold } from '../grammar/text.ts'

export const PASSWORD_MIN = 12
export const PASSWORD_MAX = 128
/** What must be left of a password when everything that strangers would try first is taken out. */
const LEFT_OVER = 4

/** Words that begin the guessing in any trade-union office, and the keyboards of everywhere. */
const triedFirst = [
  'congdoanvietnam',
  'tongliendoan',
  'liendoanlaodong',
  'congdoan',
  'thanhpho',
  'phuong',
  'huyen',
  'tinh',
  'quan',
  'laodong',
  'liendoan',
  'taphuan',
  'matkhau',
  'vietnam',
  'hanoi',
  'saigon',
  'password',
  'passwd',
  'welcome',
  'letmein',
  'administrator',
  'admin',
  'iloveyou',
  'anhyeuem',
  'emyeuanh',
  'qwertyuiop',
  'qwerty',
  'asdfghjkl',
  'asdfgh',
  'zxcvbnm',
  'abcdefghijkl',
  'abcdef',
  'abcabc',
  'abc',
]

/** What belongs to this person and this federation: unit names, the user name, one's own name. */
export type PasswordContext = readonly string[]

/**
 * Length, and nothing that is known to everyone. No composition is asked for: a sentence with
 * spaces and marks is a good password (trust.md S4).
 */
export function obstaclesToPassword(password: string, context: PasswordContext): Obstacle[] {
  const { length } = Array.from(password)
  if (length < PASSWORD_MIN)
    return [{ code: 'federation.password-too-short', params: { minimum: PASSWORD_MIN } }]
  if (length > PASSWORD_MAX)
    return [{ code: 'federation.password-too-long', params: { maximum: PASSWORD_MAX } }]
  if (hasFewSigns(password)) return [{ code: 'federation.password-guessable' }]
  return remainderOf(password, context).length < LEFT_OVER
    ? [{ code: 'federation.password-guessable' }]
    : []
}

function hasFewSigns(password: string): boolean {
  return new Set(password.toLowerCase()).size < LEFT_OVER
}

/** Signs of other scripts stay: only letters that everybody tries, digits and joints go. */
function remainderOf(password: string, context: PasswordContext): string {
  const compact = joined(password).replace(/\d/g, '')
  const known = [...triedFirst, ...context.flatMap(piecesOf)]
  return known
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, word) => left.replaceAll(word, ''), compact)
}

/** 'Công đoàn phường Bến Trúc' is tried whole and word by word. */
function piecesOf(name: string): string[] {
  const words = fold(name).split(/[^\p{L}]+/u)
  return [joined(name).replace(/\d/g, ''), ...words].filter((piece) => piece.length >= 3)
}

function joined(text: string): string {
  return fold(text).replace(/[\s\p{P}\p{S}]/gu, '')
}
