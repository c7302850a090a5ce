import { z } from 'zod'

/** What the bot's try-out page tells about its people. */
export const playgroundPeopleSchema = z.object({
  people: z.array(
    z.object({
      tenant: z.guid(),
      objectId: z.guid(),
      name: z.string(),
      mail: z.string(),
      roles: z.array(z.string()),
      company: z.string().optional(),
    }),
  ),
})
type PlaygroundPerson = z.output<typeof playgroundPeopleSchema>['people'][number]

/** The Playground's schema wants exactly this many besides the person who chats. */
const others = 5

const user = ({ name, mail, objectId }: PlaygroundPerson) => ({
  id: `29:${objectId}`,
  name,
  userPrincipleName: mail,
  aadObjectId: objectId,
  givenName: name.split(' ')[0] ?? name,
  surname: name.split(' ').at(-1) ?? name,
  email: mail,
})

/**
 * The Playground's config (schema 0.1.1) for chatting as one person of the sample. Its own default ids are no GUIDs, and Saldo knows nobody by them.
 * Throws when nobody has the mail address or there are too few people.
 */
export function playgroundConfig(people: readonly PlaygroundPerson[], mail?: string) {
  const me = people.find((person) => (mail ? person.mail === mail : person.roles.includes('billing-contact')))
  if (!me)
    throw new Error(mail ? `nobody has the mail address ${mail}: see saldo people` : 'the bot knows no billing contact')
  const colleagues = [...people]
    .filter((person) => person !== me)
    .sort((a, b) => Number(b.tenant === me.tenant) - Number(a.tenant === me.tenant))
  if (colleagues.length < others)
    throw new Error(`the Playground needs ${others + 1} people, the bot knows ${people.length}`)
  return {
    version: '0.1.1',
    tenantId: me.tenant,
    bot: { id: '28:saldo', name: 'Saldo' },
    currentUser: user(me),
    users: colleagues.slice(0, others).map(user),
    personalChat: { id: `playground-${me.objectId}` },
    groupChat: { id: 'playground-group', name: 'Group chat' },
    team: {
      id: 'playground-team',
      name: me.company ?? 'Partner',
      aadGroupId: me.tenant,
      channels: [{ id: 'playground-channel', name: 'Billing' }],
    },
  }
}
