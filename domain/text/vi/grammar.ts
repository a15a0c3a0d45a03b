export const grammar = {
  refusals: {
    "not-your-role": "Đồng chí không được giao việc này.",
    "wrong-state": "Lúc này chưa làm được hoặc không còn làm được việc này.",
    "not-found": "Không tìm thấy, hoặc không thuộc phạm vi của đồng chí.",
    "sign-in-required": "Đồng chí cần đăng nhập để tiếp tục.",
    "step-up-required": "Nhập lại mật khẩu để xác nhận việc này.",
    "wrong-password": "Mật khẩu không đúng.",
    "foreign-origin":
      "Yêu cầu không đến từ trang của hệ thống nên không được nhận.",
    "invalid-input": "Có chỗ cần sửa trước khi gửi.",
    "invalid-json": "Nội dung gửi lên không đọc được.",
    "invalid-text": "Nội dung có ký tự không hợp lệ (không phải UTF-8).",
    "body-too-large": "Nội dung gửi lên quá lớn.",
    "not-json": "Chỉ nhận nội dung dạng JSON.",
    "no-such-address": "Không có địa chỉ này.",
    "method-not-allowed": "Địa chỉ này không nhận cách gọi đó.",
    "idempotency-key-required":
      "Thiếu khoá chống gửi hai lần (Idempotency-Key).",
    "idempotency-mismatch": "Khoá này đã dùng cho một nội dung khác.",
    "revision-required": "Thiếu số bản đang sửa (If-Match).",
    "edited-meanwhile": "Có người vừa sửa chỗ này. Hãy chọn giữ bản nào.",
    "outcome-unknown": "Đã nhận, đang xử lý. Hệ thống sẽ tự hỏi lại kết quả.",
    "process-unreachable":
      "Bộ phận điều phối tạm thời không trả lời. Thử lại sau ít giây.",
    "database-unreachable":
      "Cơ sở dữ liệu tạm thời không trả lời. Thử lại sau ít giây.",
    "too-many-requests":
      "Đồng chí thao tác quá nhanh. Chờ một chút rồi thử lại.",
    unexpected: "Có lỗi ngoài dự kiến. Hãy đọc mã dưới đây khi gọi hỗ trợ.",
  },
  faults: {
    required: "Chưa điền chỗ này.",
    "wrong-type": "Nội dung chỗ này không đúng kiểu.",
    "unknown-field": "Hệ thống không có mục “{{key}}”.",
    "too-short": "Cần ít nhất {{minimum}} ký tự.",
    "too-long": "Nhiều nhất {{maximum}} ký tự.",
    "too-small": "Phải từ {{minimum}} trở lên.",
    "too-big": "Phải từ {{maximum}} trở xuống.",
    "too-many": "Nhiều nhất {{maximum}} dòng.",
    "too-few": "Cần ít nhất {{minimum}} dòng.",
    "not-a-choice": "Chọn một trong các mục đã cho.",
    "not-a-day": "{{raw}} không phải là ngày có thật.",
    "not-an-id": "Mã này không đúng dạng.",
    "not-whole": "Nhập số nguyên.",
    "control-characters": "Có ký tự điều khiển, hãy xoá chỗ lạ.",
  },
} as const;
