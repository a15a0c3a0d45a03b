import { type Client, ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client'
import { processIds } from '../domain/cycle/process-ids.ts'

/** Each 12 October at eight: the next year opens while this one still runs (forms.md D). */
export async function keepYearlySchedule(
  client: Client,
  { taskQueue, unitCode }: { taskQueue: string; unitCode: string },
): Promise<void> {
  try {
    await client.schedule.create({
      scheduleId: processIds.starter(unitCode),
      spec: {
        calendars: [{ month: 'OCTOBER', dayOfMonth: 12, hour: 8 }],
        timezone: 'Asia/Ho_Chi_Minh',
      },
      action: {
        type: 'startWorkflow',
        workflowType: 'cycleStarter',
        workflowId: processIds.starter(unitCode),
        taskQueue,
        args: [{ unitCode }],
      },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '30 days' },
    })
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error
  }
}
