export const inspection = {
  refusals: {
    'team-not-in-order': 'Chưa lập được đoàn kiểm tra.',
    'one-lead-needed': 'Đoàn kiểm tra cần đúng một trưởng đoàn.',
    'seated-twice': 'Đ/c {{name}} đã có trong đoàn.',
    'not-an-inspector': 'Đ/c {{name}} không có vai trò kiểm tra.',
    'conflict-of-interest':
      'Đ/c {{name}} giữ chức vụ tại {{unitName}} từ {{since}} nên không kiểm tra đơn vị này.',
    'conflict-of-interest-then':
      'Đ/c {{name}} giữ chức vụ tại {{unitName}} từ {{since}} đến {{until}}, trong thời kỳ kiểm tra, nên không kiểm tra đơn vị này.',
    'consent-missing':
      'Thông báo chưa đủ 10 ngày và đơn vị chưa đồng ý kiểm tra sớm. Được bắt đầu từ {{from}}.',
    'visit-not-yet': 'Chưa đến ngày kiểm tra. Được bắt đầu từ {{from}}.',
    'findings-open': 'Còn {{open}} tiêu chí chưa ghi.',
    'note-needed': 'Tiêu chí {{number}} chưa đạt nên cần ghi chú.',
    'member-passes': 'Người trong đoàn kiểm tra không thông qua kết quả của mình.',
    'replies-open': 'Đơn vị còn {{open}} mục chưa trả lời và chưa hết hạn trả lời.',
    'objections-open': 'Còn {{open}} ý kiến không nhất trí chưa được đoàn giải trình.',
    'due-gone-by': 'Hạn khắc phục phải sau hôm nay.',
  },
  deeds: {},
} as const
