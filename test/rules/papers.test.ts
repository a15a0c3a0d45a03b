import { describe, expect, it } from 'vitest'
import { day } from '../../domain/grammar/day.ts'
import { legalBasisLines } from '../../domain/papers/legal-basis.ts'
import {
  numberAfter,
  obstaclesToTakingNumber,
  parseNumber,
  seriesKey,
  writeNumber,
} from '../../domain/papers/number.ts'
import { draftMark, ND30_2020 } from '../../domain/papers/profile.ts'
import { recipientLines, signatureBlock } from '../../domain/papers/signing.ts'
import { isDocType, symbolOf } from '../../domain/papers/symbol.ts'
import { fc, test } from './properties.ts'

describe('the number of a paper', () => {
  it('has a leading zero under ten, and no spaces round its strokes', () => {
    expect(writeNumber(8, 'KH', 'LĐLĐ')).toBe('Số: 08/KH-LĐLĐ')
    expect(writeNumber(132, 'QĐ', 'LĐLĐ')).toBe('Số: 132/QĐ-LĐLĐ')
    expect(writeNumber(12, 'CV', 'LĐLĐ', 'CTCĐ')).toBe('Số: 12/LĐLĐ-CTCĐ')
  })

  it('is left open until the records clerk takes it', () => {
    expect(writeNumber(null, 'KH', 'LĐLĐ')).toBe('Số:     /KH-LĐLĐ')
  })

  it('runs per issuing body, type and calendar year of issue', () => {
    const paper = { issuingBody: 'LĐLĐ', docType: 'KH' } as const
    const inDecember = seriesKey({ ...paper, issuedOn: day('2026-12-31') })
    expect(seriesKey({ ...paper, issuedOn: day('2027-01-02') })).not.toBe(inDecember)
    expect(numberAfter(null)).toBe(1)
    expect(numberAfter(7)).toBe(8)
  })

  it('is drawn in the order of dates, after the signature and not for tomorrow', () => {
    const today = day('2027-01-20')
    const taking = { issuedOn: today, signedOn: day('2027-01-18'), today, lastIssuedOn: null }
    const codeOf = (more: Partial<typeof taking>, lastIssuedOn = day('2027-01-19')): string =>
      obstaclesToTakingNumber({ ...taking, lastIssuedOn, ...more })[0]?.code ?? 'none'
    expect(codeOf({})).toBe('none')
    expect(codeOf({ issuedOn: day('2027-01-21') })).toBe('papers.date-in-future')
    expect(codeOf({ issuedOn: day('2027-01-17') })).toBe('papers.date-before-signature')
    expect(codeOf({ issuedOn: day('2027-01-18') })).toBe('papers.date-before-last-number')
  })

  it('is read as officials write it', () => {
    expect(parseNumber('08/KH-LĐLĐ')).toEqual({ number: 8, docType: 'KH', body: 'LĐLĐ' })
    expect(parseNumber('07/TTr-CĐCS/2024')).toEqual({ number: 7, docType: 'TTr', body: 'CĐCS' })
    expect(parseNumber('Số:    /TTr-CĐCS')).toEqual({ number: null, docType: 'TTr', body: 'CĐCS' })
    expect(parseNumber('61/CĐN-ToC')).toEqual({ number: 61, docType: null, body: 'CĐN-ToC' })
    expect(parseNumber('kế hoạch')).toBeNull()
  })

  test.prop([fc.integer({ min: 1, max: 99_999 })])('written is read back the same', (number) => {
    expect(parseNumber(writeNumber(number, 'KH', 'LĐLĐ'))?.number).toBe(number)
  })

  it('stands before a symbol of type and body', () => {
    expect(symbolOf('KH', 'LĐLĐ')).toBe('KH-LĐLĐ')
    expect(isDocType('KH') && !isDocType('toString')).toBe(true)
  })
})

describe('a paper', () => {
  it('has the margins, sizes and motto of Decree 30', () => {
    expect(ND30_2020.margins).toEqual({ topMm: 20, bottomMm: 20, leftMm: 30, rightMm: 15 })
    expect(ND30_2020.sizesPt.recipients).toBe(11)
    expect(ND30_2020.motto.words).toBe('Độc lập - Tự do - Hạnh phúc')
    expect(draftMark(2)).toBe('DỰ THẢO LẦN 2')
  })

  it('cites its legal bases in full, a law without number and issuer', () => {
    const lines = legalBasisLines([
      {
        docType: 'Luật',
        number: '50/2024/QH15',
        issuedOn: day('2024-11-27'),
        issuer: 'Quốc hội',
        abstract: 'Luật Công đoàn',
      },
      {
        docType: 'Nghị quyết',
        number: '02-NQ/TW',
        issuedOn: day('2021-06-12'),
        issuer: 'Bộ Chính trị',
        abstract: 'về đổi mới tổ chức và hoạt động của Công đoàn Việt Nam.',
      },
    ])
    expect(lines).toEqual([
      'Căn cứ Luật Công đoàn ngày 27 tháng 11 năm 2024;',
      'Căn cứ Nghị quyết số 02-NQ/TW ngày 12 tháng 6 năm 2021 của Bộ Chính trị về đổi mới tổ chức và hoạt động của Công đoàn Việt Nam.',
    ])
  })
})

describe('the signature block', () => {
  const head = {
    capacity: 'ON_BEHALF_OF_COLLECTIVE',
    collective: 'Ban Thường vụ',
    headPosition: 'Chủ tịch',
    signerPosition: 'Chủ tịch',
    signerName: 'Đặng Hữu Nghĩa',
  } as const

  it('of the head speaks for the collective', () => {
    expect(signatureBlock(head)).toEqual({
      authority: ['TM. BAN THƯỜNG VỤ', 'CHỦ TỊCH'],
      name: 'Đặng Hữu Nghĩa',
    })
  })

  it('of a deputy speaks for the collective and for the head', () => {
    const deputy = { ...head, signerPosition: 'Phó Chủ tịch' }
    const rows = ['TM. BAN THƯỜNG VỤ', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']
    expect(signatureBlock(deputy).authority).toEqual(rows)
    expect(signatureBlock({ ...deputy, capacity: 'FOR_HEAD' }).authority).toEqual(rows)
  })

  it('knows by order, by authorisation and acting', () => {
    const office = { ...head, collective: null, signerPosition: 'Chánh Văn phòng' }
    expect(signatureBlock({ ...office, capacity: 'BY_ORDER' }).authority[0]).toBe('TL. CHỦ TỊCH')
    expect(signatureBlock({ ...office, capacity: 'BY_AUTHORISATION' }).authority).toEqual([
      'TUQ. CHỦ TỊCH',
      'CHÁNH VĂN PHÒNG',
    ])
    expect(signatureBlock({ ...office, capacity: 'ACTING' }).authority).toEqual(['Q. CHỦ TỊCH'])
  })

  it('stands beside the recipients, the last of whom is the archive', () => {
    expect(recipientLines(['Thường trực Thành uỷ (để báo cáo)', 'Các ban;'], 'Ban CTCĐ')).toEqual([
      '- Thường trực Thành uỷ (để báo cáo);',
      '- Các ban;',
      '- Lưu: VT, Ban CTCĐ.',
    ])
  })
})
