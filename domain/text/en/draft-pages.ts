import type { Translated } from '../translated.ts'
import type { draftPages as vi } from '../vi/draft-pages.ts'

export const draftPages: Translated<typeof vi> = {
  sheet: {
    linesFile: 'Class lines {{year}}',
    sharesFile: 'Shares of target {{code}}',
    lines: 'Class lines',
    code: 'Code',
    topic: 'Class',
    audience: 'Audience',
    deliveryForm: 'Form',
    days: 'Days',
    seats: 'Trainees',
    lastYearSeats: 'Trainees in {{year}}',
    month: 'Month',
    venue: 'Venue',
    leadUnit: 'Lead unit',
    coordinatingUnit: 'Together with',
    budgetDong: 'Budget (đồng)',
    lastYearBudgetDong: 'Budget in {{year}} (đồng)',
    unitCode: 'Unit code',
    unitName: 'Unit',
    share: 'Share',
    shareLastYear: 'Share last year',
    doneLastYear: 'Done last year',
  },
  deliveryForm: {
    DIRECT: 'In person',
    ONLINE: 'Online',
    WORK_STUDY: 'Work and study',
  },
}
