import { certificateLookUp } from './certificate-look-up.ts'
import { rating } from './rating.ts'
import { teachingPages } from './teaching-pages.ts'

/** What is said of attendance, marks and certificates; the words of the class itself stand beside. */
export const teaching = {
  refusals: {
    'session-not-begun': 'Buổi học chưa bắt đầu nên chưa điểm danh được.',
    'excuse-needed': 'Vắng có phép thì ghi lý do.',
    'correction-reason-needed': 'Sửa điều đã ghi thì nêu lý do.',
    'attendance-not-in-order': 'Chưa ghi được điểm danh.',
    'noted-by-another': 'Điểm danh này do người khác ghi trên máy. Người đó đăng nhập rồi gửi.',
    'list-not-in-order': 'Danh sách gửi lên chưa đúng.',
    'named-twice': 'Người này được ghi hai lần.',
    'certificate-stands': 'Người này đã có chứng chỉ. Thu hồi chứng chỉ trước khi sửa.',
    'mark-not-a-number': '“{{raw}}” không phải là số điểm. Viết như 8,5.',
    'mark-out-of-range': 'Điểm {{mark}} nằm ngoài thang 0 đến {{maxMark}}.',
    'mark-too-fine': 'Điểm có nhiều nhất hai chữ số sau dấu phẩy.',
    'marks-not-in-order': 'Chưa ghi được điểm.',
    'marked-meanwhile': 'Có người vừa ghi điểm cho người này. Tải lại rồi xem.',
    'test-not-begun': 'Bài kiểm tra chưa bắt đầu nên chưa ghi điểm được.',
    'no-sessions-held': 'Lớp chưa có buổi học nào.',
    'attendance-not-complete': 'Còn {{unmarked}} buổi chưa điểm danh.',
    'attendance-too-low': 'Dự {{percent}}% số buổi, cần ít nhất {{needed}}%.',
    'mark-missing': 'Chưa có điểm.',
    'test-not-sat': 'Không dự kiểm tra.',
    'mark-below-pass': 'Điểm dưới {{passMark}}.',
    'marking-not-complete': 'Chưa chốt kết quả được.',
    'attendance-incomplete': 'Còn {{count}} người chưa đủ điểm danh.',
    'marks-incomplete': 'Còn {{count}} người chưa có điểm.',
    'certificates-not-in-order': 'Chưa cấp chứng chỉ được.',
    'job-running': 'Lần cấp trước còn đang chạy.',
    'nobody-eligible': 'Không còn ai đủ điều kiện mà chưa có chứng chỉ.',
    'not-a-signer': 'Chọn người ký trong danh sách.',
    'issued-in-future': 'Ngày cấp không sau hôm nay, {{than}}.',
    'issued-before-end': 'Ngày cấp không trước buổi học cuối, {{than}}.',
    'issued-before-last': 'Số và ngày đi cùng nhau: ngày cấp không trước {{than}}.',
    'not-settled': 'Chưa kết thúc việc cấp được.',
    'certificates-left': 'Còn {{count}} người đủ điều kiện mà chưa có chứng chỉ.',
    'not-rated': 'Chưa ghi được ý kiến.',
    'seat-not-held': 'Đồng chí không có tên trong danh sách của lớp.',
    'not-there': 'Người không dự buổi nào thì không cho ý kiến về lớp.',
    'rating-over': 'Năm đã kết thúc nên không nhận thêm ý kiến.',
  },
  deeds: {
    'class.rated': 'cho ý kiến về lớp {{classCode}}',
    'attendance.taken': 'điểm danh buổi {{session}} lớp “{{title}}”: {{count}} người',
    'attendance.corrected':
      'sửa điểm danh buổi {{session}} của đ/c {{name}}: {{before}} thành {{after}}, vì {{reason}}',
    'marks.given': 'ghi điểm lớp “{{title}}”: {{count}} người',
    'mark.corrected': 'sửa điểm của đ/c {{name}}: {{before}} thành {{after}}, vì {{reason}}',
    'marking.closed':
      'chốt kết quả lớp “{{title}}”: {{trainees}} người, dự học {{attendancePercent}}%, đạt {{passPercent}}%',
    'certificates.asked': 'cấp chứng chỉ lớp “{{title}}” cho {{count}} người',
    'certificate.issued': 'cấp chứng chỉ {{registerNo}} cho đ/c {{name}}',
    'certificate.revoked': 'thu hồi chứng chỉ {{registerNo}} của đ/c {{name}}: {{reason}}',
    'certificate.reissued':
      'cấp lại chứng chỉ {{registerNo}} của đ/c {{name}} thành {{after}}: {{reason}}',
    'class.settled':
      'xong việc cấp chứng chỉ lớp “{{title}}”: {{trainees}} người, đạt {{passPercent}}%',
    'class.closed': 'đóng lớp “{{title}}”: {{trainees}} người, đạt {{passPercent}}%',
  },
  letters: {
    certified: {
      title: 'Đã cấp chứng chỉ: {{classTitle}}',
      body: 'Số {{registerNo}}. Đồng chí xem và in tại trang Học tập của tôi.',
    },
    revoked: {
      title: 'Thu hồi chứng chỉ: {{classTitle}}',
      body: 'Chứng chỉ số {{registerNo}} bị thu hồi. Lý do: {{reason}}',
    },
    reissued: {
      title: 'Cấp lại chứng chỉ: {{classTitle}}',
      body: 'Chứng chỉ số {{before}} được thay bằng số {{registerNo}}.',
    },
  },
  lookUp: certificateLookUp,
  rating,
  teaching: teachingPages,
} as const
