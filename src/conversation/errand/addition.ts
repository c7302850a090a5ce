import { composed, fold } from '../../language/fold.ts'

/** Words that say that something is to be added, and to what: they add nothing themselves. */
const around = new Set(
  'please can could you i want would like to the a an my this add added append put attach write note on in into for of ticket case number information info detail details more something comment update it and also hello hi thanks por favor quero queria gostava gostaria de do da ao a o os as um uma no na nos nas meu minha este esse acrescentar acrescente acrescenta adicionar adicione adiciona juntar junte por incluir inclua informacao informacoes detalhe detalhes pedido chamado ticket numero mais algo atualizar atualize quiero quisiera anadir anada anade agregar agregue poner incluir incluya informacion dato datos el la los las un una al del mi esta este incidencia solicitud numero mas algo actualizar actualice nota comentario'.split(
    ' ',
  ),
)

/**
 * What a message adds to a ticket: what stands after a colon, else all of it, where it says more than that something is to be
 * added. Empty when it does not.
 */
export function addition(text: string, ticket: string): string {
  const [, after] = /^[^:\n]{0,80}:\s*([\s\S]+)$/.exec(text) ?? []
  if (after?.trim()) return after.trim()
  const words = fold(composed(text))
    .replace(ticket.toLowerCase(), ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const telling = words.filter((word) => !around.has(word))
  return telling.length >= 2 ? text.trim() : ''
}
