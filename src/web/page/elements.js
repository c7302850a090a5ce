/** A new element with its class and text. */
export function element(tag, className, text) {
  const made = document.createElement(tag)
  if (className) made.className = className
  if (text !== undefined) made.textContent = text
  return made
}

export function button(className, text, onClick) {
  const made = element('button', className, text)
  made.type = 'button'
  made.addEventListener('click', onClick)
  return made
}

/** The bot's picture; who it is, is said by the text beside it. */
export function botIcon(size) {
  const icon = element('img')
  icon.src = '/page/saldo.svg'
  icon.alt = ''
  icon.width = size
  icon.height = size
  return icon
}

const number = /([\p{L}\p{N}/]+(?:-[\p{L}\p{N}/]+)*-\p{N}[\p{L}\p{N}/]*)/u

/** A text in parts, so that a line ends before a bill's number rather than inside it. */
export const wholeNumbers = (text) =>
  text.split(number).map((part, at) => (at % 2 === 0 ? part : element('span', 'number', part)))
