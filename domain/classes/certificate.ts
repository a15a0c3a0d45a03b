import type { Obstacle } from '../grammar/obstacle.ts'
import { fold } from '../grammar/text.ts'
import type { Presence } from './attendance.ts'
import type { TestRule } from './marks.ts'

export const CERTIFICATE_STATES = ['VALID', 'REISSUED', 'REVOKED'] as const
export type CertificateState = (typeof CERTIFICATE_STATES)[number]

/** Why a certificate is withdrawn; the class of the reason is public, the words are not. */
export const REVOCATION_REASONS = ['RULE_NOT_MET', 'ISSUED_IN_ERROR', 'FALSE_STATEMENT'] as const
export type RevocationReason = (typeof REVOCATION_REASONS)[number]

export const REISSUE_REASONS = ['LOST', 'DAMAGED', 'CORRECTED'] as const
export type ReissueReason = (typeof REISSUE_REASONS)[number]

export type CertificateRule = TestRule & { minAttendancePercent: number }

export type Trainee = {
  presence: Presence
  /** Undefined: not marked yet; null: did not sit the test. */
  mark: number | null | undefined
}

/** Why somebody gets no certificate; nothing stands against it when the list is empty (S3.14). */
export function obstaclesToCertifying(
  { presence, mark }: Trainee,
  rule: CertificateRule,
): Obstacle[] {
  return [...attendanceObstacles(presence, rule), ...testObstacles(mark, rule)]
}

function attendanceObstacles(presence: Presence, rule: CertificateRule): Obstacle[] {
  const { percent, unmarked, sessions } = presence
  if (sessions === 0) return [{ code: 'classes.no-sessions-held' }]
  if (percent >= rule.minAttendancePercent) return []
  const params = { percent, needed: rule.minAttendancePercent }
  // Somebody who might still reach it is not told that it is lost.
  const most = Math.floor(((presence.attended + unmarked) * 100) / sessions)
  return most >= rule.minAttendancePercent
    ? [{ code: 'classes.attendance-not-complete', params: { unmarked } }]
    : [{ code: 'classes.attendance-too-low', params }]
}

function testObstacles(mark: Trainee['mark'], rule: CertificateRule): Obstacle[] {
  if (!rule.testRequired) return []
  if (mark === undefined) return [{ code: 'classes.mark-missing' }]
  if (mark === null) return [{ code: 'classes.test-not-sat' }]
  return mark < rule.passMark
    ? [{ code: 'classes.mark-below-pass', params: { passMark: rule.passMark } }]
    : []
}

/** One run of numbers for each issuing body and year, whatever the kind of paper. */
export const CERTIFICATE_SERIES = 'CN'

/** '0138/2027/CN-LĐLĐ': at least four digits, so that the register sorts as it is read. */
export function writeRegisterNo({ number, year, body }: RegisterNo): string {
  return `${String(number).padStart(4, '0')}/${year}/${CERTIFICATE_SERIES}-${body}`
}

export type RegisterNo = { number: number; year: number; body: string }

/** Reads a register number as people copy it: '138/2027/CN-LĐLĐ', '0138 / 2027 / cn-ldld'. */
export function readRegisterNo(
  raw: string,
): { number: number; year: number; body: string | null } | null {
  const text = fold(raw)
    .replace(/^so\s*:?\s*/, '')
    .replaceAll(' ', '')
  const [, number, year, body] = /^(\d{1,6})\/(\d{4})(?:\/cn-([a-z0-9.-]{1,40}))?$/.exec(text) ?? []
  if (!number || !year) return null
  return { number: Number(number), year: Number(year), body: body ?? null }
}
