import { useText } from '../text.ts'

type Page = { previous: string | null; next: string | null }
export type Place = { after?: string; before?: string; from?: 'end' }

/** The turns of a keyset list as the table's foot wants them; each is an address of its own. */
export function turns(page: Page | undefined, summary: string, turn: (place: Place) => void) {
  const { previous, next } = page ?? { previous: null, next: null }
  return {
    summary,
    ...(previous !== null && {
      onFirst: () => turn({}),
      onPrevious: () => turn({ before: previous }),
    }),
    ...(next !== null && {
      onNext: () => turn({ after: next }),
      onLast: () => turn({ from: 'end' }),
    }),
  }
}

/** 'Tất cả' before the choices of a filter. */
export function useAnyOf() {
  const t = useText()
  return (choices: readonly { value: string; label: string }[]) => [
    { value: '', label: t('federation.words.all') },
    ...choices,
  ]
}
