import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import type { taughtClassView } from '../../domain/classes/teaching.contract.ts'
import { PageHead } from '../kit/Page.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { useText } from '../text.ts'
import { ClassTabs } from './ClassHead.tsx'
import { classTone } from './class-words.ts'
import { QualityLine } from './QualityLine.tsx'

type Props = {
  view: z.output<typeof taughtClassView>
  part: 'attendance' | 'marks' | 'certificates'
}

/** The head of a class where it is taught: its name, its parts, and the quality beside the heads. */
export function TaughtHead({ view, part }: Props) {
  const t = useText()
  const { classId, title, state, quality, ratings } = view
  return (
    <>
      <PageHead
        working
        title={title}
        crumbs={[
          {
            label: t('classes.page.crumb'),
            link: <Link to="/classes">{t('classes.page.crumb')}</Link>,
          },
          { label: title },
        ]}
        state={
          <StateWord tone={classTone[state]} head>
            {t(`classes.states.${state}`)}
          </StateWord>
        }
        lead={t(`classes.tabs.${part}`)}
      />
      <ClassTabs {...{ classId, part }} isHeld />
      <QualityLine {...{ quality, ratings }} />
    </>
  )
}
