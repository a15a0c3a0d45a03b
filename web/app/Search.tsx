import { Link, useRouter } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { matchesAllWords } from '../../domain/grammar/text.ts'
import { Icon } from '../kit/Icon.tsx'
import { useText } from '../text.ts'
import { railEntries } from './rail.ts'
import { find } from './readings.ts'
import { useYear } from './year.ts'

/** Ctrl K: tasks, papers, units and people, found without marks; the places of the rail as well. */
export function Search() {
  const t = useText()
  const list = useId()
  const box = useRef<HTMLInputElement>(null)
  const frame = useRef<HTMLFormElement>(null)
  const [words, setWords] = useState('')
  const [open, setOpen] = useState(false)
  const found = useFound(words)
  useShortcut(() => {
    frame.current?.classList.add('open')
    box.current?.focus()
  })

  function close(): void {
    setOpen(false)
    setWords('')
    frame.current?.classList.remove('open')
  }
  function steer(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') close()
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    const places = [...(frame.current?.querySelectorAll<HTMLElement>('input, a') ?? [])]
    const here = places.indexOf(document.activeElement as HTMLElement)
    places[here + (event.key === 'ArrowDown' ? 1 : -1)]?.focus()
  }

  return (
    <>
      <form
        className="search"
        role="search"
        ref={frame}
        onSubmit={(event) => {
          event.preventDefault()
          frame.current?.querySelector<HTMLElement>('.found a')?.click()
        }}
        onKeyDown={steer}
        onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && close()}
      >
        <Icon name="search" />
        <input
          ref={box}
          type="search"
          aria-label={t('shell.header.search')}
          placeholder={t('shell.header.searchHint')}
          aria-controls={list}
          value={words}
          onFocus={() => setOpen(true)}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <kbd>Ctrl K</kbd>
        <div id={list} className="found" hidden={!open || words.trim() === ''}>
          <p className="vh" role="status">
            {words.trim() !== '' && t('shell.table.rows', { number: found.length })}
          </p>
          {found.length === 0 && <p>{t('shell.header.nothingFound', { words })}</p>}
          <ul>
            {found.map((hit) => (
              <li key={hit.id}>
                <Link to={hit.link} onClick={close}>
                  <b>{hit.title}</b> <span className="small">{hit.note}</span>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      </form>
      <button
        className="tool only-phone"
        type="button"
        aria-label={t('shell.header.find')}
        onClick={() => {
          frame.current?.classList.add('open')
          box.current?.focus()
        }}
      >
        <Icon name="search" />
      </button>
    </>
  )
}

type Found = { id: string; title: string; note: string | null; link: string }

function useFound(words: string): readonly Found[] {
  const t = useText()
  const year = useYear()
  const built: readonly string[] = Object.keys(useRouter().routesByPath)
  const asked = words.trim()
  const { data = [] } = useQuery({
    queryKey: ['shell-search', asked],
    queryFn: ({ signal }) => find(asked, signal),
    enabled: asked.length > 1,
  })
  if (asked === '') return []
  const places = railEntries
    .filter((entry) => built.includes(entry.path) && (year !== null || !entry.path.includes('$')))
    .map((entry) => ({
      id: entry.path,
      title: t(`shell.rail.${entry.word}`),
      note: null,
      link: entry.path.replace('$year', String(year)),
    }))
    .filter((place) => matchesAllWords(place.title, asked))
  return [...places, ...data]
}

function useShortcut(press: () => void): void {
  const latest = useRef(press)
  latest.current = press
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (event.isComposing || event.key.toLowerCase() !== 'k') return
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
