import { A4Signature } from '../kit/paper/A4.tsx'
import { BlankLines } from './BlankLines.tsx'

/** What the unit could do itself, who speaks for it, and where its president signs. */
export function BlankEnd({ number }: { number: number }) {
  return (
    <section>
      <h2>{number}. Khả năng tự tổ chức</h2>
      <p className="p-text">Số lớp tự mở được: ……… Số chỗ ngồi: ……… Địa điểm: ………………………</p>
      <BlankLines lines={1} label="Người phát ngôn, chức vụ" />
      <p className="p-text">Căn cứ cuộc họp của ……………………… ngày …/…/……, biên bản số ………</p>
      <div className="p-foot">
        <div />
        <A4Signature signature={{ authority: ['CHỦ TỊCH', '(Ký, đóng dấu)'], name: null }} />
      </div>
    </section>
  )
}
