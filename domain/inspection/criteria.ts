/** Figures of the system that stand beside a criterion, where there are any. */
export const FIGURES = ['answer', 'classes', 'trainees', 'qAndA', 'list', 'release'] as const
export type Figure = (typeof FIGURES)[number]

export type Criterion = {
  section: string
  criterion: string
  evidence: string
  maxScore: number
  figure: Figure | null
}

/**
 * The standard list for training (C-12), in the words of the paper: the minutes repeat them. It is
 * copied into each inspection and may be changed there until the notice goes out.
 */
export const TRAINING_CHECKLIST: readonly Criterion[] = [
  {
    section: 'Kế hoạch',
    criterion: 'Có kế hoạch, ban hành đúng hạn',
    evidence: 'Kế hoạch của đơn vị, ngày ban hành, danh sách nơi nhận.',
    maxScore: 10,
    figure: null,
  },
  {
    section: 'Kế hoạch',
    criterion: 'Góp ý dự thảo của cấp trên đúng hạn, có bàn trong tập thể',
    evidence: 'Phiếu góp ý, biên bản họp Ban Thường vụ hoặc Ban Chấp hành.',
    maxScore: 10,
    figure: 'answer',
  },
  {
    section: 'Lớp học',
    criterion: 'Số lớp đã mở so với kế hoạch',
    evidence: 'Quyết định mở lớp, lịch học, lý do của lớp hoãn hoặc không mở.',
    maxScore: 15,
    figure: 'classes',
  },
  {
    section: 'Lớp học',
    criterion: 'Số chỗ, người học, người kiểm tra, người được cấp chứng chỉ',
    evidence: 'Danh sách cử, danh sách điểm danh, bảng điểm, sổ cấp chứng chỉ.',
    maxScore: 15,
    figure: 'trainees',
  },
  {
    section: 'Lớp học',
    criterion: 'Hỏi đáp, thảo luận ít nhất một phần ba thời gian',
    evidence: 'Chương trình từng lớp; hỏi ba học viên.',
    maxScore: 10,
    figure: 'qAndA',
  },
  {
    section: 'Lớp học',
    criterion: 'Danh sách học viên là thật',
    evidence: 'Gọi 10 người chọn ngẫu nhiên trong danh sách. Ghi số người xác nhận có đi học.',
    maxScore: 15,
    figure: 'list',
  },
  {
    section: 'Lớp học',
    criterion: 'Xử lý việc người sử dụng lao động không cho nghỉ đi học',
    evidence: 'Công văn đề nghị, văn bản trả lời, cách đơn vị đã làm.',
    maxScore: 5,
    figure: 'release',
  },
  {
    section: 'Kinh phí, hồ sơ',
    criterion: 'Chi đúng dự toán, đúng định mức',
    evidence: 'Dự toán, chứng từ, quyết toán từng lớp.',
    maxScore: 10,
    figure: null,
  },
  {
    section: 'Kinh phí, hồ sơ',
    criterion: 'Hồ sơ lớp lưu đủ',
    evidence: 'Hồ sơ của hai lớp chọn bất kỳ.',
    maxScore: 10,
    figure: null,
  },
]
