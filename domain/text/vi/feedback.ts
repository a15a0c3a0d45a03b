import {
  conferenceDeeds,
  conferenceLetters,
  conferenceRefusals,
  conferenceTasks,
  feedbackConference,
} from './feedback-conference.ts'
import { assisted } from './feedback-assisted.ts'
import { feedbackBoard } from './feedback-board.ts'
import {
  feedbackOpening,
  openingDeeds,
  openingLetters,
  openingRefusals,
} from './feedback-opening.ts'
import { feedbackPages } from './feedback-pages.ts'
import { feedbackRound } from './feedback-round.ts'
import { feedbackSheet, sheetRefusals } from './feedback-sheet.ts'

export const feedback = {
  refusals: {
    ...conferenceRefusals,
    ...openingRefusals,
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
    'own-answer-missing': 'Trả lời câu hỏi: {{question}}',
    'own-answer-unfit': 'Câu trả lời chưa đúng dạng: {{question}}',
    'questions-changed': 'Ban đã sửa câu hỏi. Mở lại phiếu, xem bước Câu hỏi của ban rồi trình.',
    'nothing-to-keep':
      'Phiếu lần trước ghi ở đây không phải của đơn vị, nên không giữ nguyên được.',
    'questions-unknown': 'Phiếu ghi một bản câu hỏi chưa có.',
    'questions-too-late': 'Không còn đủ một ngày làm việc để đơn vị trả lời câu hỏi mới.',
    'questions-unchanged': 'Các câu hỏi chưa có gì khác.',
    'question-other-kind': 'Câu hỏi đang dùng không đổi được dạng. Hãy bỏ câu này và thêm câu mới.',
    'question-without-words': 'Ghi câu hỏi.',
    'question-twice': 'Hai câu hỏi trùng mã. Hãy bỏ một câu và thêm lại.',
    'question-key-unreadable': 'Mã câu hỏi chỉ gồm chữ thường và số.',
    'question-choices-missing': 'Ghi ít nhất hai lựa chọn.',
    'question-choices-uneven': 'Mỗi lựa chọn phải có chữ và khác các lựa chọn kia.',
    'condition-looks-nowhere':
      'Điều kiện phải dựa vào một câu hỏi đứng trước, dạng chọn một hoặc thang điểm.',
    'condition-names-nothing': 'Chọn câu trả lời làm điều kiện.',
    'round-without-kind': 'Chọn ít nhất một hình thức lấy ý kiến.',
    'nobody-invited': 'Chưa mời đơn vị nào.',
    'reminder-twice': 'Hai lần nhắc cùng một ngày.',
    'contact-incomplete': 'Người phụ trách cần có cả họ tên và điện thoại.',
    'no-extension-asked': 'Đơn vị không có đề nghị gia hạn nào đang chờ trả lời.',
    'paper-missing': 'Ghi rõ phiếu giấy nào: nhận cách nào, ngày nào.',
    'entry-offered': 'Bản nhập hộ đang chờ đơn vị xác nhận. Muốn sửa thì lấy lại trước.',
    'nothing-entered': 'Chưa nhập gì từ phiếu giấy của đơn vị này.',
    'no-entry-offered': 'Không có bản nhập hộ nào đang chờ đơn vị xác nhận.',
    'scan-not-a-page': 'Tệp {{name}} không phải PDF hoặc ảnh JPEG, PNG.',
    'too-many-scans': 'Nhiều nhất 10 tệp bản quét.',
    'entry-lapsed': 'Bản nhập hộ không còn chờ xác nhận.',
    'round-reopened': 'Đang lấy ý kiến lại, việc này chờ đến khi đóng đợt.',
    'reopened-once': 'Mỗi năm chỉ lấy ý kiến lại một lần, và năm nay đã lấy ý kiến lại.',
    'nothing-to-reopen':
      'Không có dự thảo nào đang tiếp thu, chỉnh sửa, nên không lấy ý kiến lại được.',
    ...sheetRefusals,
  },
  deeds: {
    ...conferenceDeeds,
    ...openingDeeds,
    'round.opened': 'mở đợt góp ý, gửi tới {{units}} đơn vị',
    'round.reminded': 'nhắc {{units}} đơn vị chưa gửi góp ý',
    'round.extended': 'gia hạn cho {{unitName}} đến {{dueOn}}: {{reason}}',
    'round.prepared': 'chuẩn bị đợt góp ý',
    'round.questionsChanged': 'sửa câu hỏi của ban, bản {{version}}, {{questions}} câu: {{reason}}',
    'round.closed':
      'đóng đợt góp ý: {{answered}} đơn vị trả lời, {{silent}} đơn vị không có ý kiến',
    'round.reopened':
      'lấy ý kiến lại về dự thảo lần {{draft}}, {{units}} đơn vị, hạn {{dueOn}}{{opening}}: {{reason}}',
    'answer.excused': 'miễn góp ý cho {{unitName}}: {{reason}}',
    'excuse.takenBack': 'bỏ miễn, đề nghị {{unitName}} góp ý: {{reason}}',
    'extension.asked': 'xin gia hạn phiếu {{number}} đến {{dueOn}}: {{reason}}',
    'extension.withdrawn': 'rút đề nghị gia hạn phiếu {{number}}',
    'extension.refused': 'không gia hạn phiếu {{number}}: {{reason}}',
    'answer.opened': 'mở dự thảo',
    'answer.read': 'đọc xong dự thảo',
    'answer.saved': 'ghi phiếu góp ý',
    'assisted-entry.saved': 'ghi bản nhập hộ',
    'assisted-entry.offered':
      'nhập hộ phiếu {{number}} của {{unitName}} từ giấy, gửi đơn vị xác nhận: {{paper}}',
    'assisted-entry.withdrawn': 'lấy lại bản nhập hộ phiếu {{number}}: {{reason}}',
    'assisted-entry.confirmed':
      'xác nhận bản nhập hộ, ký gửi phiếu {{number}}, lần {{version}}; đ/c {{byName}} nhập từ giấy',
    'assisted-entry.refused': 'không xác nhận bản nhập hộ phiếu {{number}}: {{reason}}',
    'assisted-entry.takenOver': 'lấy bản nhập hộ phiếu {{number}} làm bản viết của đơn vị để sửa',
    'answer-sheet.checked': 'xem trước tệp Excel của phiếu',
    'answer-sheet.taken': 'ghi phiếu từ tệp Excel',
    'answer-file.attached': 'đính kèm tệp vào phiếu',
    'answer-file.removed': 'bỏ tệp khỏi phiếu',
    'answer.sentOn': 'trình Chủ tịch phiếu {{number}}',
    'answer.returned': 'trả lại phiếu {{number}}: {{reason}}',
    'answer.signed': 'ký, gửi phiếu {{number}}, lần {{version}}',
    'answer.withdrawn': 'rút lại phiếu {{number}}: {{reason}}',
  },
  tasks: {
    ...conferenceTasks,
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
      title: 'Đôn đốc góp ý dự thảo{{again}} Kế hoạch {{planYear}}, phiếu {{number}}',
      why: 'Chuyên viên của đơn vị đang viết. Khi trình lên, đồng chí ký thì phiếu mới được gửi.',
      deed: 'Xem phiếu',
    },
    answer: {
      title: 'Góp ý dự thảo{{again}} Kế hoạch {{planYear}}, phiếu {{number}}',
      why: 'Liên đoàn lấy ý kiến đơn vị của đồng chí. Không gửi thì được ghi là “không có ý kiến”.',
      deed: 'Đọc và góp ý',
    },
    sign: {
      title: 'Ký phiếu góp ý {{number}} về Kế hoạch {{planYear}}',
      why: 'Đ/c {{byName}} đã viết xong và trình. Chỉ Chủ tịch hoặc người được uỷ quyền mới gửi được.',
      deed: 'Xem và ký',
    },
    confirmEntry: {
      title: 'Xác nhận phiếu góp ý {{number}} được nhập hộ từ giấy',
      why: 'Đ/c {{byName}} nhập hộ từ phiếu giấy: {{paper}}. Đồng chí xác nhận thì phiếu mới được tính.',
      deed: 'Xem và xác nhận',
    },
    mend: {
      title: 'Sửa phiếu góp ý {{number}} theo ý Chủ tịch',
      why: 'Chủ tịch trả lại: “{{reason}}”',
      deed: 'Sửa phiếu',
    },
  },
  letters: {
    ...conferenceLetters,
    ...openingLetters,
    opened: {
      title: 'Mời góp ý dự thảo Kế hoạch {{planYear}}',
      body: 'Dự thảo Kế hoạch {{planYear}} đã công bố để lấy ý kiến. Hạn gửi góp ý là {{dueOn}}. Đơn vị không gửi được ghi là “không có ý kiến”.',
    },
    invited: {
      title: 'Mời góp ý dự thảo Kế hoạch {{planYear}}',
      body: 'Dự thảo Kế hoạch {{planYear}} đã công bố. Liên đoàn lấy ý kiến đơn vị {{held}}.\n\nHạn gửi góp ý: {{dueTime}} {{dueOn}}, còn {{daysLeft}} ngày làm việc.\n\nNếu không gửi, đơn vị được ghi là “không có ý kiến”.\n\n{{help}}',
    },
    invitedAgain: {
      title: 'Lấy ý kiến lại về dự thảo lần {{draft}} Kế hoạch {{planYear}}',
      body: 'Liên đoàn lấy ý kiến lại, về dự thảo lần {{draft}} Kế hoạch {{planYear}}. Lý do: {{reason}}\n\nGóp ý trước đây của đơn vị giữ nguyên, đọc được bên cạnh phiếu mới.\n\nHạn gửi góp ý: {{dueTime}} {{dueOn}}, còn {{daysLeft}} ngày làm việc.\n\nNếu không gửi, đơn vị được ghi là “không có ý kiến” về dự thảo lần {{draft}}.\n\n{{help}}',
    },
    reopened: {
      title: 'Lấy ý kiến lại về dự thảo lần {{draft}} Kế hoạch {{planYear}}',
      body: 'Thường trực đã cho lấy ý kiến lại, hạn {{dueOn}}. Lý do: {{reason}}\n\nHướng xử lý đã ghi vẫn còn. Sau khi đóng, ban tiếp thu cả ý kiến hai lần.',
    },
    dueSoon: {
      title: 'Còn {{daysLeft}} ngày làm việc để góp ý Kế hoạch {{planYear}}',
      body: 'Hạn góp ý dự thảo Kế hoạch {{planYear}} là {{dueOn}}, còn {{daysLeft}} ngày làm việc. Đơn vị chưa gửi. Không gửi thì được ghi là “không có ý kiến”.\n\n{{help}}',
    },
    stillSilent: {
      title: 'Còn {{units}} đơn vị chưa gửi góp ý Kế hoạch {{planYear}}',
      body: 'Hạn góp ý là {{dueOn}}, còn {{daysLeft}} ngày làm việc. Chưa gửi: {{names}}.',
    },
    entryOffered: {
      title: 'Phiếu góp ý {{number}} được nhập hộ, chờ đơn vị xác nhận',
      body: 'Đ/c {{byName}} đã nhập hộ phiếu giấy của đơn vị về Kế hoạch {{planYear}}: {{paper}}.\n\nPhiếu chưa được tính. Lãnh đạo đơn vị xem, rồi xác nhận, sửa hoặc không xác nhận.',
    },
    entryTakenBack: {
      title: 'Bản nhập hộ phiếu góp ý {{number}} được lấy lại để sửa',
      body: 'Bản nhập hộ về Kế hoạch {{planYear}} không còn chờ xác nhận: “{{reason}}”',
    },
    entryConfirmed: {
      title: '{{unitName}} đã xác nhận phiếu nhập hộ {{number}}',
      body: 'Phiếu góp ý về Kế hoạch {{planYear}} đồng chí nhập hộ nay được tính là của đơn vị.',
    },
    entryRefused: {
      title: '{{unitName}} không xác nhận phiếu nhập hộ {{number}}',
      body: 'Phiếu góp ý về Kế hoạch {{planYear}} không được tính. Lý do: “{{reason}}”',
    },
    entryTakenOver: {
      title: '{{unitName}} sửa phiếu nhập hộ {{number}} thành bản của mình',
      body: 'Đơn vị viết tiếp từ bản nhập hộ về Kế hoạch {{planYear}}. Đơn vị ký thì phiếu mới được tính.',
    },
    entriesLapsed: {
      title: 'Bản nhập hộ chưa được xác nhận khi đóng đợt góp ý {{planYear}}',
      body: 'Không được tính vì đơn vị chưa xác nhận: {{names}}.',
    },
    reminder: { title: 'Nhắc góp ý dự thảo Kế hoạch {{planYear}}', body: '{{text}}' },
    reminderMade: {
      title: 'Nhắc góp ý dự thảo Kế hoạch {{planYear}}',
      body: 'Kính gửi: {{unitName}}\n\n{{howFar}}\n\nHạn góp ý là {{dueOn}}, còn {{daysLeft}} ngày làm việc.\n\nNếu không gửi, đơn vị được ghi là “không có ý kiến”.\n\n{{help}}',
    },
    questionsChanged: {
      title: 'Câu hỏi góp ý Kế hoạch {{planYear}} đã được sửa',
      body: 'Ban đã sửa câu hỏi trong phiếu góp ý. Lý do: {{reason}}\n\nNhững gì đơn vị đã viết vẫn còn. Xin mở phiếu, xem bước “Câu hỏi của ban”. Hạn gửi vẫn là {{dueTime}} {{dueOn}}.',
    },
    questionsChangedSent: {
      title: 'Câu hỏi góp ý Kế hoạch {{planYear}} đã được sửa',
      body: 'Ban đã sửa câu hỏi trong phiếu góp ý. Lý do: {{reason}}\n\nPhiếu đơn vị đã gửi giữ nguyên giá trị. Muốn trả lời câu hỏi mới, Chủ tịch rút phiếu lại để bổ sung trước {{dueTime}} {{dueOn}}.',
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
    closedSpoke: {
      title: 'Đợt góp ý Kế hoạch {{planYear}} đã đóng',
      body: '{{answered}}/{{units}} đơn vị đã trả lời, {{spoke}} đơn vị chỉ phát biểu tại hội nghị. {{silent}} đơn vị được ghi là không có ý kiến.',
    },
    silent: {
      title: 'Đơn vị được ghi là không có ý kiến về Kế hoạch {{planYear}}',
      body: 'Đợt góp ý đã đóng và Liên đoàn không nhận được phiếu của đơn vị.',
    },
  },
  ...feedbackPages,
  ...feedbackBoard,
  ...feedbackRound,
  ...feedbackOpening,
  sheet: feedbackSheet,
  ...feedbackConference,
  assisted,
} as const
