import { en } from './words-en.js'
import { es } from './words-es.js'
import { ptBR } from './words-pt-br.js'
import { ptPT } from './words-pt-pt.js'

/** The page's own words. What the bot says comes from the bot. */
export const words = { en, 'pt-PT': ptPT, 'pt-BR': ptBR, es }

/** Puts the words of a language into the elements that name them. */
export function sayPage(language) {
  const said = words[language]
  document.documentElement.lang = language
  for (const element of document.querySelectorAll('[data-word]')) element.textContent = said[element.dataset.word]
  for (const element of document.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', said[element.dataset.label])
    if (element.tagName === 'BUTTON') element.title = said[element.dataset.label]
  }
  for (const element of document.querySelectorAll('[data-placeholder]'))
    element.placeholder = said[element.dataset.placeholder]
}
