import { Popover } from '@mantine/core'
import { useState } from 'react'
import { Controller } from 'react-hook-form'
import { isDay, parseDay, writeDay } from '../../../domain/grammar/day.ts'
import { useText } from '../../text.ts'
import { fetchedLater } from '../fetched-later.tsx'
import { Icon } from '../Icon.tsx'
import { FieldFrame, type FieldProps } from './FieldFrame.tsx'
import { useCheck, useField } from './scope.ts'

const Calendar = fetchedLater(
  () => import('./Calendar.tsx').then((found) => found.Calendar),
  () => <Coming />,
)

type Control = {
  id: string
  value: unknown
  onChange: (value: string) => void
  onBlur: () => void
  inputRef: (element: HTMLInputElement | null) => void
  aria: Record<string, unknown>
}

/**
 * A day, typed first and picked second. The form holds 'YYYY-MM-DD' once the text is a day, and
 * the text itself while it is not: nothing typed is rewritten or thrown away.
 */
export function DateField({ name, ...frame }: FieldProps) {
  const t = useText()
  const hint = frame.hint ?? t('shell.form.days')
  const { id, message, form, aria } = useField(name, frame.label, true)
  useCheck(name, (value) => dayFault(value, frame.optional === true, t))
  return (
    <FieldFrame id={id} message={message} {...frame} hint={hint}>
      <Controller
        name={name}
        control={form.control}
        render={({ field }) => (
          <DateControl
            id={id}
            value={field.value}
            onChange={(text) => field.onChange(text === '' && frame.optional ? null : text)}
            onBlur={field.onBlur}
            inputRef={field.ref}
            aria={aria}
          />
        )}
      />
    </FieldFrame>
  )
}

function DateControl({ id, value, onChange, onBlur, inputRef, aria }: Control) {
  const t = useText()
  const held = typeof value === 'string' ? value : ''
  const [typed, setTyped] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const shown = typed !== null && asHeld(typed) === held ? typed : asTyped(held)

  function type(text: string): void {
    setTyped(text)
    onChange(asHeld(text))
  }

  return (
    <Popover opened={open} onChange={setOpen} trapFocus withRoles={false} position="bottom-end">
      <div className="datef">
        <input
          className="inp"
          id={id}
          ref={inputRef}
          inputMode="numeric"
          autoComplete="off"
          value={shown}
          onChange={(event) => type(event.currentTarget.value)}
          onBlur={onBlur}
          {...aria}
        />
        <Popover.Target>
          <button
            className="btn"
            type="button"
            aria-label={t('shell.form.openCalendar')}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            <Icon name="calendar" />
          </button>
        </Popover.Target>
      </div>
      <Popover.Dropdown role="dialog" aria-label={t('shell.form.calendar')}>
        <Calendar
          value={isDay(held) ? held : null}
          onPick={(day) => {
            setTyped(null)
            onChange(day)
            setOpen(false)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

/** 'YYYY-MM-DD' where the text is a day, else the text as it was typed. */
export function asHeld(typed: string): string {
  const read = parseDay(typed)
  return 'day' in read ? read.day : typed
}

function asTyped(held: string): string {
  return isDay(held) ? writeDay(held) : held
}

/** The sentence under the field while its text is not a day. */
export function dayFault(
  value: unknown,
  optional: boolean,
  t: ReturnType<typeof useText>,
): string | undefined {
  const text = typeof value === 'string' ? value : ''
  if (text.trim() === '') return optional ? undefined : t('shell.form.dayMissing')
  const read = parseDay(text)
  if ('day' in read) return undefined
  return read.problem.code === 'grammar.not-a-day'
    ? t('shell.form.notADay', { raw: text })
    : t('shell.form.dayUnreadable', { raw: text })
}

function Coming() {
  const t = useText()
  return <p aria-busy="true">{t('shell.loading.label')}</p>
}
