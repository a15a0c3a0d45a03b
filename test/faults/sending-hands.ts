export { sendFile } from '../../web/kit/files/send-file.ts'
