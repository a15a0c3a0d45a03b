import type { ReactNode } from 'react'
import look from './kit-page.module.css'

/** One part of the pattern book under its name. */
export function KitPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={look.part}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}
