import { element, wholeNumbers } from './elements.js'

const tag = /<at(?:\s[^>]*)?>(.*?)<\/at>/

/** A channel's text in parts, with whoever is mentioned marked. */
export const marked = (text) =>
  text
    .split(tag)
    .flatMap((part, at) => (at % 2 === 0 ? wholeNumbers(part) : [element('span', 'mention', part.replace(/^@?/, '@'))]))

/** The text as it was written. */
export const written = (text) => text.replaceAll(new RegExp(tag, 'g'), (_, name) => name.replace(/^@?/, '@'))
