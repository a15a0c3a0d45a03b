import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import type { taughtClassView } from '../../domain/classes/teaching.contract.ts'
import { PageHead } from '../kit/Page.tsx'
import { useText } from '../text.ts'
import { QualityLine } from './QualityLine.tsx'
import styles from './teaching.module.css'

type Props = { view: z.output<typeof taughtClassView>; part: keyof typeof paths }

const paths = {
  attendance: '/classes/$id/attendance',
  marks: '/classes/$id/marks',
  certificates: '/classes/$id/certificates',
} as const
const parts = ['attendance', 'marks', 'certificates'] as const

/** The head of a class where it is taught: its name, its parts, and the quality beside the heads. */
export function TaughtHead({ view, part }: Props) {
  const t = useText()
  const mayCertify = view.allowedActions.some(({ deed }) => deed === 'certificates.asked')
  return (
    <>
      <PageHead working title={view.title} lead={t(`classes.teaching.tabs.${part}`)} />
      <nav className={styles.tabs} aria-label={t('classes.teaching.tabs.label')}>
        {parts
          .filter((each) => each !== 'certificates' || mayCertify)
          .map((each) => (
            <Link
              key={each}
              to={paths[each]}
              params={{ id: view.classId }}
              aria-current={each === part ? 'page' : undefined}
            >
              {t(`classes.teaching.tabs.${each}`)}
            </Link>
          ))}
      </nav>
      <QualityLine quality={view.quality} />
    </>
  )
}
