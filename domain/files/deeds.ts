import { type Deed, deed } from '../grammar/deed.ts'

/** Files come in by those who may attach one to something; until then they are their own alone. */
export const filesDeeds = {
  uploadBegun: deed({
    name: 'upload.begun',
    by: ['unitDrafter', 'unitHead', 'inspector', 'departmentDrafter', 'departmentHead'],
    over: 'self',
    in: null,
  }),
  uploadContinued: deed({
    name: 'upload.continued',
    by: ['unitDrafter', 'unitHead', 'inspector', 'departmentDrafter', 'departmentHead'],
    over: 'self',
    in: null,
  }),
} as const satisfies Record<string, Deed>
