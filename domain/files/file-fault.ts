/** Why a file is not taken; each cause has its own words. */
export type FileFault =
  | 'files.empty'
  | 'files.too-large'
  | 'files.wrong-kind'
  | 'files.old-office'
  | 'files.locked'
  | 'files.macro'
  | 'files.linked-template'
  | 'files.unpacks-too-large'
  | 'files.picture-too-large'
  | 'files.broken'
  | 'files.not-as-sent'
