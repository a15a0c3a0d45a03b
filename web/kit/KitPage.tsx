import { BigTypeButton } from '../app/BigTypeButton.tsx'
import { useText } from '../text.ts'
import look from './kit-page.module.css'
import { KitDoing } from './KitDoing.tsx'
import { KitForms } from './KitForms.tsx'
import { KitPapers } from './KitPapers.tsx'
import { KitShowing } from './KitShowing.tsx'
import { Mark } from './Mark.tsx'
import { useTitle } from './title.ts'

/** Every part of the kit in both type sizes: what one builds with, and what the tests look at. */
export function KitPage() {
  const t = useText()
  useTitle(t('shell.kit.title'))
  return (
    <>
      <header className={look.top}>
        <Mark />
        <BigTypeButton />
      </header>
      <main id="noi-dung" className={look.page}>
        <h1>{t('shell.kit.title')}</h1>
        <p className="lead">{t('shell.kit.lead')}</p>
        <div className={look.two}>
          <div>
            <h2>{t('shell.kit.normal')}</h2>
            <Parts size="a" />
          </div>
          <div data-zoom style={{ '--zoom': 1.3 } as React.CSSProperties}>
            <h2>{t('shell.kit.big')}</h2>
            <Parts size="b" />
          </div>
        </div>
      </main>
    </>
  )
}

function Parts({ size }: { size: string }) {
  return (
    <>
      <KitDoing size={size} />
      <KitForms size={size} />
      <KitShowing size={size} />
      <KitPapers />
    </>
  )
}
