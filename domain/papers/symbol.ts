/** The types of paper that the training year needs, as Decree 30 abbreviates them. */
export const DOC_TYPES = {
  NQ: 'Nghị quyết',
  QĐ: 'Quyết định',
  CT: 'Chỉ thị',
  QC: 'Quy chế',
  QyĐ: 'Quy định',
  TB: 'Thông báo',
  HD: 'Hướng dẫn',
  CTr: 'Chương trình',
  KH: 'Kế hoạch',
  ĐA: 'Đề án',
  BC: 'Báo cáo',
  BB: 'Biên bản',
  TTr: 'Tờ trình',
  GM: 'Giấy mời',
  GGT: 'Giấy giới thiệu',
  PC: 'Phiếu chuyển',
  CV: 'Công văn',
} as const
export type DocType = keyof typeof DOC_TYPES

export function isDocType(text: string): text is DocType {
  return Object.hasOwn(DOC_TYPES, text)
}

/**
 * 'KH-LĐLĐ'. An official letter carries no type: its symbol names the body and the department
 * that drafted it, 'LĐLĐ-CTCĐ'.
 */
export function symbolOf(docType: DocType, body: string, department?: string): string {
  if (docType !== 'CV') return `${docType}-${body}`
  return department ? `${body}-${department}` : body
}
