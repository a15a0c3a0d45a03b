import { day, writePaperDate } from '../grammar/day.ts'

export type LegalBasis = {
  /** As it prints: 'Luật', 'Nghị quyết', 'Quyết định'. */
  docType: string
  number: string | null
  /** 'YYYY-MM-DD' */
  issuedOn: string | null
  issuer: string | null
  /** What it is about: 'Luật Công đoàn', 'về đổi mới tổ chức và hoạt động …'. */
  abstract: string
}

/** The "Căn cứ" lines of a paper: each ends with a semicolon, the last with a full stop. */
export function legalBasisLines(bases: readonly LegalBasis[]): string[] {
  return bases.map((basis, index) => {
    const end = index === bases.length - 1 ? '.' : ';'
    return `Căn cứ ${writeLegalBasis(basis)}${end}`
  })
}

/** In full: type, number, date, issuer, abstract; a law without its number and issuer. */
export function writeLegalBasis(basis: LegalBasis): string {
  const abstract = basis.abstract.trim().replace(/[;.]+$/, '')
  const dated = basis.issuedOn ? writePaperDate(day(basis.issuedOn)) : ''
  if (isLaw(basis)) return joined(named(basis.docType, abstract), dated)
  return joined(
    basis.docType,
    basis.number ? `số ${basis.number}` : '',
    dated,
    basis.issuer ? `của ${basis.issuer}` : '',
    abstract,
  )
}

function isLaw(basis: LegalBasis): boolean {
  return /^(bộ )?luật$/i.test(basis.docType.trim())
}

/** 'Luật' and 'Luật Công đoàn' do not say "law" twice. */
function named(docType: string, abstract: string): string {
  const repeats = abstract.toLowerCase().startsWith(docType.toLowerCase())
  return repeats ? abstract : `${docType} ${abstract}`
}

function joined(...parts: string[]): string {
  return parts.filter((part) => part !== '').join(' ')
}
