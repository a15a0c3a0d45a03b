import { notTaken } from './not-taken.ts'
import { partText, soundEntries } from './unpacked.ts'
import type { ZipEntry } from '../zip.ts'

const mainParts = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml' } as const
const mainTypes = {
  docx: 'wordprocessingml.document.main+xml',
  xlsx: 'spreadsheetml.sheet.main+xml',
} as const

/** Program parts under any name that Word and Excel give them. */
const programs = /vbaproject|vbadata|macrosheets\/|activex\//i
/** What is fetched from elsewhere when the paper is opened: a template, an object, a frame. */
const fetched =
  /<Relationship\b(?=[^>]*TargetMode\s*=\s*["']External)(?=[^>]*Type\s*=\s*["'][^"']*\/(attachedTemplate|oleObject|frame|subDocument))/i

/** Whether a zip is a Word or Excel file of the kinds without programs; null: neither. */
export async function officeKind(bytes: Buffer): Promise<'docx' | 'xlsx' | null> {
  const entries = await soundEntries(bytes)
  const part = (name: string) => entries.find((entry) => entry.name === name)
  const types = part('[Content_Types].xml')
  if (!types) return null
  if (entries.some(({ name }) => programs.test(name))) throw notTaken('files.macro')
  const declared = await partText(bytes, types)
  if (/macroEnabled/i.test(declared)) throw notTaken('files.macro')
  await mustFetchNothing(bytes, entries)
  const kind = (['docx', 'xlsx'] as const).find((each) => part(mainParts[each]))
  return kind && declared.includes(mainTypes[kind]) ? kind : null
}

async function mustFetchNothing(bytes: Buffer, entries: readonly ZipEntry[]): Promise<void> {
  for (const entry of entries.filter(({ name }) => name.endsWith('.rels')))
    if (fetched.test(await partText(bytes, entry))) throw notTaken('files.linked-template')
}
