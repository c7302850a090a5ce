import { isIP } from 'node:net'
import { isLoopbackName, isPrivateAddress } from './private-address.ts'

/** Why events may not go to an address, or nothing. `local`: the service runs on this machine alone, for trying out. */
export function addressFault(text: string, local: boolean): string | undefined {
  const url = URL.parse(text)
  if (!url) return 'this is no address: write https://host/path'
  if (url.username || url.password)
    return 'an address with a user and a password would be shown in lists: leave them out'
  if (url.hash) return 'leave out what follows the #'
  if (local && isLoopbackName(url.hostname) && /^https?:$/.test(url.protocol)) return undefined
  if (url.protocol !== 'https:') return 'events go over https alone'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isLoopbackName(url.hostname) || (isIP(host) !== 0 && isPrivateAddress(host)))
    return 'this address is of a private network, or of this machine'
  return undefined
}
