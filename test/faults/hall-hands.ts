export { Outbox } from '../../web/classes/outbox.ts'
export { documentOf, senderOf } from '../../web/classes/send-attendance.ts'
export { memoryCopies } from '../../web/kit/autosave/local-copy.ts'
