export const FILE_KINDS = ['pdf', 'docx', 'xlsx', 'jpeg', 'png'] as const
export type FileKind = (typeof FILE_KINDS)[number]

export const mostFileBytes = 10 * 1024 * 1024

const office = 'application/vnd.openxmlformats-officedocument'

export const mediaTypes = {
  pdf: 'application/pdf',
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  jpeg: 'image/jpeg',
  png: 'image/png',
} as const satisfies Record<FileKind, string>

const extensions = {
  pdf: 'pdf',
  docx: 'docx',
  xlsx: 'xlsx',
  jpeg: 'jpg',
  png: 'png',
} as const satisfies Record<FileKind, string>

export function isFileKind(text: string): text is FileKind {
  return FILE_KINDS.some((kind) => kind === text)
}

export function isPicture(kind: FileKind): boolean {
  return kind === 'jpeg' || kind === 'png'
}

const longestName = 120
/** What no file system takes, and what turns the order of letters round to hide an ending. */
const unkept = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\/:*?"<>|]/gu

/** The name a file goes by: its own without any path, ending as its content says. */
export function fileName(given: string, kind: FileKind): string {
  const own = given.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const stem = own.replace(/\.[^.]*$/, '').replaceAll(unkept, ' ')
  const words = stem.replaceAll(/\s+/g, ' ').replace(/^[ .]+/, '')
  const short = Array.from(words).slice(0, longestName).join('').trim()
  return `${short || 'tep'}.${extensions[kind]}`
}

/** '1,4 MB', '320 KB': as people say it; never "0 KB". */
export function writeFileSize(bytes: number): string {
  if (bytes < 1_048_576) return `${Math.max(1, Math.round(bytes / 1024))} KB`
  return `${(bytes / 1_048_576).toFixed(1).replace('.', ',')} MB`
}
