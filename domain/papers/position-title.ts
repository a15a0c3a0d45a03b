/** How a signer's position stands under a paper. */
const titles: Readonly<Record<string, string>> = {
  PRESIDENT: 'Chủ tịch',
  VICE_PRESIDENT: 'Phó Chủ tịch',
  STANDING_COMMITTEE_MEMBER: 'Uỷ viên Ban Thường vụ',
  EXECUTIVE_COMMITTEE_MEMBER: 'Uỷ viên Ban Chấp hành',
  INSPECTION_CHAIR: 'Chủ nhiệm Uỷ ban Kiểm tra',
  INSPECTION_VICE_CHAIR: 'Phó Chủ nhiệm Uỷ ban Kiểm tra',
  INSPECTION_MEMBER: 'Uỷ viên Uỷ ban Kiểm tra',
  SPECIALIST: 'Chuyên viên',
  DEPT_HEAD: 'Trưởng ban',
  DEPT_DEPUTY: 'Phó Trưởng ban',
}

/** The head in whose place others sign. */
export const headTitle = 'Chủ tịch'

export function positionTitle(position: string): string {
  return titles[position] ?? position
}
