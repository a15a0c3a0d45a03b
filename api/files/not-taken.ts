import type { FileFault } from '../../domain/files/file-fault.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'

/** The verdict on a file, which stays with its upload; every other refusal may pass by itself. */
export class NotTaken extends Refusal {
  constructor(fault: FileFault) {
    super(fault, 'invalid')
  }
}

export function notTaken(fault: FileFault): NotTaken {
  return new NotTaken(fault)
}
