import type { Line } from './line.ts'
import type { Content, Post } from './post.ts'

/** What the channel is asked to do. */
export type Errand =
  | { readonly how: 'send'; readonly content: Content }
  | { readonly how: 'update'; readonly activity: string; readonly content: Content }
  | { readonly how: 'remove'; readonly activity: string }

/** What is to be done with the first post of a line: it settles without being sent, or it is sent. */
export type Step =
  | { readonly kind: 'empty' }
  | { readonly kind: 'settle'; readonly post: Post }
  | { readonly kind: 'send'; readonly post: Post; readonly errand: Errand }

export function nextStep({ posts, names }: Line): Step {
  const [post, after] = posts
  if (!post) return { kind: 'empty' }
  // Whoever wrote that down is gone, and did not write what became of it.
  if (post.state === 'sending') return settle(post, 'unknown', 'interrupted')
  if (isSuperseded(post, after)) return settle(post, 'withheld', 'superseded')
  const { how, content } = post
  if (how !== 'remove' && !content) return settle(post, 'failed', 'nothing-to-say')
  if (how === 'send') return { kind: 'send', post, errand: { how, content: content as Content } }
  const activity = post.name === undefined ? undefined : names[post.name]
  if (!activity) return settle(post, 'failed', 'nothing-to-change')
  const errand: Errand = how === 'update' ? { how, activity, content: content as Content } : { how, activity }
  return { kind: 'send', post, errand }
}

const settle = (post: Post, state: Post['state'], reason: string): Step => ({
  kind: 'settle',
  post: { ...post, state, reason },
})

/** A change that the next one changes again, or takes back, is seen by nobody. */
const isSuperseded = (post: Post, after: Post | undefined): boolean =>
  post.how === 'update' && after !== undefined && after.how !== 'send' && after.name === post.name
