import { feedbackPages } from './feedback-pages.ts'

export const feedback = {
  refusals: {
    'round-closed': 'Đợt góp ý đã đóng nên không ghi được nữa.',
    'not-consulted': 'Năm {{planYear}} chưa lấy ý kiến đơn vị của đồng chí.',
    'no-round': 'Năm {{planYear}} chưa có đợt lấy ý kiến nào.',
    'not-complete': 'Phiếu còn {{count}} chỗ cần bổ sung trước khi gửi.',
    'second-key-needed':
      'Người viết không tự ký. Cần một người khác của đơn vị ký, hoặc để chuyên viên trình.',
    'not-sent-on': 'Phiếu chưa được trình Chủ tịch.',
    'nothing-to-rehearse': 'Năm này chưa có dự thảo nào để thử.',
    'wrong-place': 'Chỗ này không có trong dự thảo đã gửi cho đơn vị.',
    'stance-missing': 'Chọn ý kiến chung về dự thảo này.',
    'remark-missing': 'Không nhất trí thì cần ghi lý do.',
    'comment-without-text': 'Ghi lý do hoặc nội dung ý kiến, một hai câu là đủ.',
    'line-nothing-asked': 'Chưa đề nghị gì khác dự thảo: sửa một số, hoặc bỏ ý kiến này.',
    'line-topic-missing': 'Ghi nội dung của lớp đề nghị thêm.',
    'line-audience-missing': 'Ghi đối tượng của lớp đề nghị thêm.',
    'line-seats-missing': 'Ghi số học viên của lớp đề nghị thêm.',
    'line-month-missing': 'Chọn tháng mở lớp đề nghị thêm.',
    'spokesperson-missing': 'Ghi họ tên và chức vụ người phát ngôn của đơn vị.',
    'not-confirmed': 'Đánh dấu xác nhận nội dung là ý kiến của đơn vị.',
    'target-not-assigned': 'Chỉ tiêu {{target}} không giao cho đơn vị nên không điều chỉnh được.',
    'requested-missing': 'Ghi số đơn vị đề nghị cho chỉ tiêu {{target}}.',
    'request-reason-missing': 'Chọn lý do điều chỉnh chỉ tiêu {{target}}.',
    'nothing-requested': 'Số đề nghị của chỉ tiêu {{target}} bằng số được giao.',
    'reason-missing': 'Cần ghi lý do, ít nhất 5 ký tự.',
    'particularity-missing': 'Nêu đặc thù của đơn vị cho chỉ tiêu {{target}}.',
    'feasibility-missing': 'Nêu tính khả thi của số đề nghị cho chỉ tiêu {{target}}.',
    'request-far-off': 'Thay đổi {{percent}}%, quá 20% so với số được giao.',
    'already-answered': 'Đơn vị đã trả lời hoặc đã kết thúc.',
    excused: 'Đơn vị đã được miễn góp ý.',
    'reminded-recently': 'Đã nhắc trong 24 giờ qua, nhắc lại được sau {{hours}} giờ nữa.',
    'nobody-to-remind': 'Không có đơn vị nào trong số đã chọn nhắc được lúc này.',
    'extension-not-later': 'Hạn mới phải muộn hơn hạn đang có và sau hôm nay.',
    'day-not-working': 'Ngày này không phải ngày làm việc.',
    'extension-asked': 'Đơn vị đã xin gia hạn, đang chờ Liên đoàn trả lời.',
    'too-many-files': 'Một phiếu kèm nhiều nhất {{most}} tệp. Hãy bỏ bớt trước khi thêm.',
    'other-files-now':
      'Tệp kèm theo đã đổi sau khi đồng chí mở trang. Hãy tải lại trang, xem rồi ký.',
    'no-extension-asked': 'Đơn vị không có đề nghị gia hạn nào đang chờ trả lời.',
  },
  deeds: {
    'round.opened': 'mở đợt góp ý, gửi tới {{units}} đơn vị',
    'round.reminded': 'nhắc {{units}} đơn vị chưa gửi góp ý',
    'round.extended': 'gia hạn cho {{unitName}} đến {{dueOn}}: {{reason}}',
    'round.closed':
      'đóng đợt góp ý: {{answered}} đơn vị trả lời, {{silent}} đơn vị không có ý kiến',
    'answer.excused': 'miễn góp ý cho {{unitName}}: {{reason}}',
    'excuse.takenBack': 'bỏ miễn, đề nghị {{unitName}} góp ý: {{reason}}',
    'extension.asked': 'xin gia hạn phiếu {{number}} đến {{dueOn}}: {{reason}}',
    'extension.withdrawn': 'rút đề nghị gia hạn phiếu {{number}}',
    'extension.refused': 'không gia hạn phiếu {{number}}: {{reason}}',
    'answer.opened': 'mở dự thảo',
    'answer.read': 'đọc xong dự thảo',
    'answer.saved': 'ghi phiếu góp ý',
    'answer-file.attached': 'đính kèm tệp vào phiếu',
    'answer-file.removed': 'bỏ tệp khỏi phiếu',
    'answer.sentOn': 'trình Chủ tịch phiếu {{number}}',
    'answer.returned': 'trả lại phiếu {{number}}: {{reason}}',
    'answer.signed': 'ký, gửi phiếu {{number}}, lần {{version}}',
    'answer.withdrawn': 'rút lại phiếu {{number}}: {{reason}}',
  },
  tasks: {
    follow: {
      title: 'Theo dõi, nhắc các đơn vị góp ý Kế hoạch {{planYear}}',
      why: 'Ban của đồng chí lấy ý kiến. Xem ai chưa mở, ai đang viết, và nhắc những đơn vị còn chậm.',
      deed: 'Xem ai đã trả lời',
    },
    readAhead: {
      title: 'Đọc trước dự thảo Kế hoạch {{planYear}}',
      why: 'Đồng chí sẽ soát xét hoặc biểu quyết kế hoạch này. Bản đang lấy ý kiến đã đọc được.',
      deed: 'Mở dự thảo',
    },
    decideExtension: {
      title: '{{unitName}} xin gia hạn góp ý Kế hoạch {{planYear}}',
      why: 'Gia hạn, hoặc từ chối và ghi lý do. Đơn vị xin đến {{dueOn}}: “{{reason}}”',
      deed: 'Xem và trả lời',
    },
    oversee: {
      title: 'Đôn đốc góp ý dự thảo Kế hoạch {{planYear}}, phiếu {{number}}',
      why: 'Chuyên viên của đơn vị đang viết. Khi trình lên, đồng chí ký thì phiếu mới được gửi.',
      deed: 'Xem phiếu',
    },
    answer: {
      title: 'Góp ý dự thảo Kế hoạch {{planYear}}, phiếu {{number}}',
      why: 'Liên đoàn lấy ý kiến đơn vị của đồng chí. Không gửi thì được ghi là “không có ý kiến”.',
      deed: 'Đọc và góp ý',
    },
    sign: {
      title: 'Ký phiếu góp ý {{number}} về Kế hoạch {{planYear}}',
      why: 'Đ/c {{byName}} đã viết xong và trình. Chỉ Chủ tịch hoặc người được uỷ quyền mới gửi được.',
      deed: 'Xem và ký',
    },
    mend: {
      title: 'Sửa phiếu góp ý {{number}} theo ý Chủ tịch',
      why: 'Chủ tịch trả lại: “{{reason}}”',
      deed: 'Sửa phiếu',
    },
  },
  letters: {
    opened: {
      title: 'Mời góp ý dự thảo Kế hoạch {{planYear}}',
      body: 'Dự thảo Kế hoạch {{planYear}} đã công bố để lấy ý kiến. Hạn gửi góp ý là {{dueOn}}. Đơn vị không gửi được ghi là “không có ý kiến”.',
    },
    dueSoon: {
      title: 'Còn {{daysLeft}} ngày làm việc để góp ý Kế hoạch {{planYear}}',
      body: 'Hạn góp ý dự thảo Kế hoạch {{planYear}} là {{dueOn}}, còn {{daysLeft}} ngày làm việc. Đơn vị chưa gửi. Không gửi thì được ghi là “không có ý kiến”.',
    },
    stillSilent: {
      title: 'Còn {{units}} đơn vị chưa gửi góp ý Kế hoạch {{planYear}}',
      body: 'Hạn góp ý là {{dueOn}}, còn {{daysLeft}} ngày làm việc. Chưa gửi: {{names}}.',
    },
    reminder: { title: 'Nhắc góp ý dự thảo Kế hoạch {{planYear}}', body: '{{text}}' },
    reminderMade: {
      title: 'Nhắc góp ý dự thảo Kế hoạch {{planYear}}',
      body: 'Kính gửi: {{unitName}}\n\n{{howFar}}\n\nHạn góp ý là {{dueOn}}, còn {{daysLeft}} ngày làm việc.\n\nNếu không gửi, đơn vị được ghi là “không có ý kiến”.\n\n{{help}}',
    },
    extended: {
      title: 'Gia hạn góp ý Kế hoạch {{planYear}} đến {{dueOn}}',
      body: 'Đơn vị được gửi góp ý đến {{dueOn}}. Lý do: {{reason}}',
    },
    extensionRefused: {
      title: 'Không gia hạn góp ý Kế hoạch {{planYear}}',
      body: 'Đề nghị gia hạn phiếu {{number}} không được chấp nhận. Hạn của đơn vị giữ nguyên. Lý do: {{reason}}',
    },
    excused: {
      title: 'Đơn vị được miễn góp ý Kế hoạch {{planYear}}',
      body: 'Đơn vị không phải gửi phiếu {{number}} và không bị ghi là “không có ý kiến”. Lý do: {{reason}}',
    },
    askedAgain: {
      title: 'Đề nghị đơn vị góp ý Kế hoạch {{planYear}}',
      body: 'Việc miễn phiếu {{number}} đã được bỏ. Đơn vị góp ý theo hạn của mình. Lý do: {{reason}}',
    },
    sentOn: {
      title: 'Phiếu góp ý {{number}} chờ đồng chí ký',
      body: 'Đ/c {{byName}} đã trình phiếu góp ý {{number}} về dự thảo Kế hoạch {{planYear}}.',
    },
    returned: {
      title: 'Phiếu góp ý {{number}} được trả lại',
      body: 'Chủ tịch trả lại phiếu góp ý về Kế hoạch {{planYear}}: “{{reason}}”',
    },
    signed: {
      title: 'Phiếu góp ý {{number}} đã ký và gửi',
      body: 'Đ/c {{byName}} đã ký, phiếu góp ý về Kế hoạch {{planYear}} đã đến Liên đoàn.',
    },
    withdrawn: {
      title: 'Phiếu góp ý {{number}} đã rút lại',
      body: 'Phiếu góp ý về Kế hoạch {{planYear}} được rút lại để sửa: “{{reason}}”',
    },
    closed: {
      title: 'Đợt góp ý Kế hoạch {{planYear}} đã đóng',
      body: '{{answered}}/{{units}} đơn vị đã trả lời, {{silent}} đơn vị được ghi là không có ý kiến.',
    },
    silent: {
      title: 'Đơn vị được ghi là không có ý kiến về Kế hoạch {{planYear}}',
      body: 'Đợt góp ý đã đóng và Liên đoàn không nhận được phiếu của đơn vị.',
    },
  },
  ...feedbackPages,
} as const
