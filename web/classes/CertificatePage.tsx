import { useParams } from '@tanstack/react-router'
import { certificateRoutes } from '../../domain/classes/certificates.contract.ts'
import { Button } from '../kit/Button.tsx'
import { Note } from '../kit/Note.tsx'
import { Empty, Shown } from '../kit/States.tsx'
import { useTitle } from '../kit/title.ts'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { CertificateSheet } from './CertificateSheet.tsx'
import './certificate.css'

/** One certificate on A4, lying; what stands above the sheet is not printed. */
export function CertificatePage() {
  const { id = '' } = useParams({ strict: false })
  const params = { certificateId: id }
  const found = useReading(certificateRoutes.certificateSheet, { params })
  return (
    <Shown reading={found}>
      {(sheet) => (
        <Desk title={sheet.registerNo ?? sheet.programme}>
          <CertificateSheet sheet={sheet} />
        </Desk>
      )}
    </Shown>
  )
}

/** All certificates of a class as one print; as long as none is issued, a few as they will look. */
export function ClassCertificatesPage() {
  const t = useText()
  const { id = '' } = useParams({ strict: false })
  const found = useReading(certificateRoutes.certificateSheets, { params: { classId: id } })
  return (
    <Shown reading={found}>
      {({ title, sheets }) => (
        <Desk title={title}>
          {sheets.length === 0 && <Empty>{t('classes.teaching.print.none')}</Empty>}
          {sheets.some(({ registerNo }) => registerNo === null) && (
            <Note tone="soon">{t('classes.teaching.print.preview')}</Note>
          )}
          {sheets.map((sheet, index) => (
            <CertificateSheet key={sheet.registerNo ?? index} sheet={sheet} />
          ))}
        </Desk>
      )}
    </Shown>
  )
}

function Desk({ title, children }: { title: string; children: React.ReactNode }) {
  const t = useText()
  useTitle(title)
  return (
    <div className="print-desk">
      <div className="certificate-tools">
        <h1>{title}</h1>
        <Button icon="file-text" onClick={() => window.print()}>
          {t('classes.teaching.print.print')}
        </Button>
      </div>
      {children}
    </div>
  )
}
