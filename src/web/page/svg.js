const namespace = 'http://www.w3.org/2000/svg'

/** A new SVG element with its attributes and its content. */
export function svg(tag, attributes = {}, ...content) {
  const made = document.createElementNS(namespace, tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...content)
  return made
}

let drawn = 0

/** A picture with a name, and with what is in it for whoever does not see it. */
export function picture(width, height, title, description, ...content) {
  const id = `drawing-${++drawn}`
  return svg(
    'svg',
    { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-labelledby': `${id}-t ${id}-d` },
    svg('title', { id: `${id}-t` }, title),
    svg('desc', { id: `${id}-d` }, description),
    ...content,
  )
}
