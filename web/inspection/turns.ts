type Page = { previous: string | null; next: string | null }
export type Place = { after?: string; before?: string; from?: 'end' }

export const fromTheStart = { after: undefined, before: undefined, from: undefined }

/** The turns of a keyset list as the table's foot wants them; each is an address of its own. */
export function turns(page: Page | undefined, turn: (place: Place) => void) {
  const { previous, next } = page ?? { previous: null, next: null }
  return {
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
