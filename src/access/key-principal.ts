import { objectId, tenantId } from '../values/ids.ts'
import type { ApiKey } from './api-key.ts'
import type { Principal } from './principal.ts'

/** A key is nobody's person: no tenant of Entra has this id, so it can never meet anybody's own. */
const nobodys = tenantId('00000000-0000-0000-0000-000000000000')

/** The key as somebody who asks: a system of the partner with the roles that it was given. */
export const principalOfKey = ({ id, name, roles }: ApiKey): Extract<Principal, { kind: 'partner' }> => ({
  kind: 'partner',
  key: { tenant: nobodys, objectId: objectId(id) },
  roles,
  name,
})
