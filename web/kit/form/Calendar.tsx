import '@mantine/dates/styles.layer.css'
import 'dayjs/locale/vi'
import { DatePicker } from '@mantine/dates'
import { type Day, isDay } from '../../../domain/grammar/day.ts'
import { language, useText } from '../../text.ts'

type Props = { value: Day | null; onPick: (day: Day) => void }

/** The month sheet behind a date field; loaded when somebody opens it. */
export function Calendar({ value, onPick }: Props) {
  const t = useText()
  return (
    <DatePicker
      size="md"
      locale={language()}
      firstDayOfWeek={1}
      weekendDays={[6, 0]}
      hideOutsideDates
      value={value}
      {...(value !== null && { defaultDate: value })}
      onChange={(picked) => {
        if (picked !== null && isDay(picked)) onPick(picked)
      }}
      ariaLabels={{
        previousMonth: t('shell.form.previousMonth'),
        nextMonth: t('shell.form.nextMonth'),
        previousYear: t('shell.form.previousYear'),
        nextYear: t('shell.form.nextYear'),
        monthLevelControl: t('shell.form.calendar'),
        yearLevelControl: t('shell.form.calendar'),
      }}
    />
  )
}
