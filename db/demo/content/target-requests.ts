import { upperCode } from '../upper-units.ts'
import type { PlanType } from './opinion-bank.ts'

export type TargetRequestContent = {
  unitCode: string
  planType: PlanType
  targetCode: 'M1' | 'M2' | 'T5' | 'T7'
  /** What is asked for, against what was assigned: 0.75 asks for three quarters. */
  share: number
  reason: 'ORG_CHANGE' | 'NO_PEOPLE' | 'BUDGET' | 'EMPLOYER' | 'SECTOR' | 'OTHER'
  particularity: string
  feasibility: string
  commitment: string | null
}

type Words = readonly [
  unit: number,
  target: TargetRequestContent['targetCode'],
  share: number,
  reason: TargetRequestContent['reason'],
  particularity: string,
  feasibility: string,
  commitment: string | null,
]

const words: readonly Words[] = [
  [
    4,
    'M2',
    0.85,
    'ORG_CHANGE',
    'Một doanh nghiệp may 430 lao động chuyển về khu công nghiệp Nam Giang từ tháng 10.',
    'Các doanh nghiệp còn lại đã có 92% lao động là đoàn viên.',
    'Thành lập thêm 02 công đoàn cơ sở so với chỉ tiêu.',
  ],
  [
    5,
    'M1',
    0.8,
    'NO_PEOPLE',
    'Phường phố cổ, doanh nghiệp từ 20 lao động trở lên chưa có công đoàn chỉ còn 07.',
    'Đã khảo sát từng địa chỉ trong tháng 9, có danh sách kèm theo.',
    null,
  ],
  [
    8,
    'M2',
    0.9,
    'EMPLOYER',
    'Ba doanh nghiệp lớn tạm ngừng tuyển dụng đến hết quý II.',
    'Tăng dần từ quý III khi doanh nghiệp tuyển lại.',
    'Báo cáo riêng ba doanh nghiệp này mỗi quý.',
  ],
  [
    10,
    'M2',
    1.08,
    'ORG_CHANGE',
    'Cụm kho vận mới mở nhận khoảng 600 lao động từ đầu năm.',
    'Đã làm việc với chủ đầu tư, hai doanh nghiệp đồng ý vận động trong quý I.',
    null,
  ],
  [
    15,
    'T5',
    1.2,
    'OTHER',
    'Có 21 công đoàn cơ sở vừa bầu ban chấp hành mới.',
    'Doanh nghiệp đã đồng ý cho nghỉ nếu lớp mở buổi chiều.',
    'Tự túc tiền đi lại cho số chỗ xin thêm.',
  ],
  [
    17,
    'T7',
    0.5,
    'BUDGET',
    'Đơn vị có 05 cán bộ chuyên trách, chưa có hội trường, nguồn thu giảm sau khi giảm đoàn phí.',
    'Mở được 01 lớp 60 người cùng phường Kim Chử.',
    null,
  ],
  [
    20,
    'M2',
    0.75,
    'NO_PEOPLE',
    'Không còn cơ sở đủ điều kiện: doanh nghiệp trên địa bàn phần lớn dưới 20 lao động.',
    'Giao theo số lao động thực ký hợp đồng thì đơn vị bảo đảm đạt.',
    'Thành lập 01 nghiệp đoàn nghề cá trong năm.',
  ],
  [
    21,
    'M2',
    0.82,
    'NO_PEOPLE',
    'Xã vùng bãi, lao động đi làm ở khu công nghiệp và tham gia công đoàn tại đó.',
    'Năm trước giao 0,9 lần số này và đạt 96%.',
    null,
  ],
  [
    24,
    'M1',
    0.7,
    'NO_PEOPLE',
    'Xã mới có 09 doanh nghiệp thành lập trong năm, đều dưới 10 lao động.',
    'Vận động theo nhóm nghề, mỗi quý một nghiệp đoàn hoặc công đoàn cơ sở ghép.',
    null,
  ],
  [
    30,
    'M2',
    0.6,
    'SECTOR',
    'Ngành Giáo dục giảm trường sau sáp nhập, giáo viên nghỉ hưu 310 người trong năm.',
    'Phát triển mới chỉ ở trường tư thục, đã có danh sách 24 trường.',
    'Đạt 100% trường tư thục từ 30 lao động có công đoàn cơ sở.',
  ],
  [
    32,
    'M2',
    0.5,
    'SECTOR',
    'Doanh nghiệp nhà nước, 99% lao động đã là đoàn viên, biên chế giảm 3% mỗi năm.',
    'Chỉ còn lao động thời vụ chuyển sang hợp đồng chính thức.',
    null,
  ],
  [
    37,
    'T5',
    1.15,
    'SECTOR',
    'Ngành dệt may thay nhiều tổ trưởng, tổ phó sau tết.',
    'Mở ngay tại công ty nên không phải nghỉ ca.',
    null,
  ],
  [
    40,
    'M2',
    0.88,
    'EMPLOYER',
    'Khách sạn dùng nhiều lao động thời vụ theo mùa du lịch.',
    'Kết nạp vào tháng 3 và tháng 4, trước mùa cao điểm.',
    null,
  ],
]

/** Thirteen requests of thirteen units: most ask for less, three ask for more. */
export const targetRequests: readonly TargetRequestContent[] = words.map(
  ([unit, targetCode, share, reason, particularity, feasibility, commitment]) => ({
    unitCode: upperCode(unit),
    planType: targetCode.startsWith('T') ? 'TRAINING' : 'MEMBERSHIP_DEVELOPMENT',
    targetCode,
    share,
    reason,
    particularity,
    feasibility,
    commitment,
  }),
)

/** The figure asked for, whole and never the one that was assigned. */
export function requestedValue(assigned: number, share: number): number {
  const asked = Math.max(0, Math.round(assigned * share))
  if (asked !== assigned) return asked
  return share < 1 ? Math.max(0, assigned - 1) : assigned + 1
}
