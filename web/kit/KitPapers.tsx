import { useState } from 'react'
import { SavedWord } from './autosave/SavedWord.tsx'
import { Conflict } from './Conflict.tsx'
import look from './kit-page.module.css'
import { KitPart } from './KitPart.tsx'
import { Clause, PaperHead, PaperLine, Sheet } from './paper/Sheet.tsx'
import { type DiffMode, DiffModes, WordDiff } from './paper/WordDiff.tsx'

const before = 'Mỗi lớp cho cán bộ mới học 03 ngày liên tục, tổ chức tập trung tại Trường.'
const after = 'Mỗi lớp cho cán bộ mới học 03 ngày chia hai đợt, tổ chức theo cụm phường tại Trường.'
const savedAt = new Date('2026-12-14T07:32:00Z')

export function KitPapers() {
  const [mode, setMode] = useState<DiffMode>('merged')
  return (
    <>
      <KitPart title="Giấy">
        <Sheet className={look.paper}>
          <PaperHead
            above="LIÊN ĐOÀN LAO ĐỘNG"
            issuer="THÀNH PHỐ HÀ THANH"
            number="Số: …/KH-LĐLĐ"
            placeAndDate="Hà Thanh, ngày … tháng … năm 2026"
            kind="KẾ HOẠCH"
            title="Tập huấn, bồi dưỡng cán bộ công đoàn năm 2027"
            stamp="DỰ THẢO LẦN 1"
          />
          <PaperLine margin="36 lớp, làm được 38">
            <Clause number="2.">Tổ chức ít nhất 40 lớp trong năm.</Clause>
          </PaperLine>
          <PaperLine open label="Mục đang viết" margin="Không quá 100, bình quân 96">
            <Clause number="3.">Mỗi lớp có từ 40 đến 60 học viên.</Clause>
          </PaperLine>
        </Sheet>
      </KitPart>
      <KitPart title="Chỗ sửa">
        <DiffModes mode={mode} onChoose={setMode} />
        <Sheet className={look.paper}>
          <WordDiff before={before} after={after} mode={mode} counts />
        </Sheet>
      </KitPart>
      <KitPart title="Đã lưu">
        <p>
          <SavedWord state={{ kind: 'server', at: savedAt }} />
        </p>
        <p>
          <SavedWord state={{ kind: 'local' }} />
        </p>
      </KitPart>
      <KitPart title="Hai người cùng sửa">
        <Conflict
          base="Lớp học 03 ngày."
          mine="Lớp học hai đợt, theo cụm."
          theirs="Lớp học 02 ngày cuối tuần."
          by="Lan"
          at="14:30"
          merged="Lớp học hai đợt, theo cụm.&#10;Lớp học 02 ngày cuối tuần."
          onChoose={() => undefined}
        />
      </KitPart>
    </>
  )
}
