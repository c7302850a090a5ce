import { z } from 'zod'
import type { Collection } from '../store/documents.ts'
import { instantSchema } from '../values/schemas.ts'
import { roleSchema } from './person.ts'

/** Who changed what somebody may see, and when. Written in the same step as the change itself, and never changed. */
export const peopleChangeSchema = z.object({
  id: z.string(),
  at: instantSchema,
  /** The person who did it as `tenant.objectId`, or the operator's name as the command line knows it. */
  by: z.string(),
  what: z.enum(['added', 'removed', 'roles']),
  /** The person it is about: `tenant.objectId`. */
  person: z.string(),
  before: z.array(roleSchema),
  after: z.array(roleSchema),
})
export type PeopleChange = z.output<typeof peopleChangeSchema>

export const peopleChanges: Collection<z.input<typeof peopleChangeSchema>> = {
  name: 'people_changes',
  indexes: { at: (data) => data.at, person: (data) => data.person },
  partition: (data) => data.at.slice(0, 7),
}
