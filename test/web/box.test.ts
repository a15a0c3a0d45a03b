import { describe, expect, it } from 'vitest'
import { refusalIn } from '../../web/kit/autosave/box.ts'
import { Problem, Unreachable } from '../../web/problem.ts'

const told = (status: number) =>
  new Problem({
    status,
    title: 'Không ghi được.',
    code: 'feedback.round-closed',
    trace: 'K7Q-42',
    errors: [
      { pointer: '/words', code: 'grammar.too-long', detail: 'Dài quá.' },
      { pointer: '/place', code: 'grammar.too-long', detail: 'Dài quá.' },
    ],
  })

describe('what a box takes for a refusal', () => {
  it('is what our server says against it, each reason once', () => {
    for (const status of [400, 403, 404, 409, 412, 422])
      expect(refusalIn(told(status))).toBe('Không ghi được. Dài quá.')
  })

  it('is not a session that is over, a server that asks for patience, a fault, or no line', () => {
    for (const status of [401, 429, 500, 503]) expect(refusalIn(told(status))).toBeNull()
    expect(refusalIn(new Unreachable(new TypeError('Failed to fetch')))).toBeNull()
  })
})
