import { expect, test } from 'vitest'
import { isVague } from '../../src/language/vague.ts'

test.each([
  'I have a question about a bill',
  'Can you help me with my invoice, please?',
  'tenho um problema com a fatura',
  'Podem ajudar-me com uma fatura?',
  'queria saber da minha fatura',
  'tô com uma dúvida na conta',
  'tengo una duda con la factura',
  'Hay un problema con mi factura',
])('“%s” is about a bill and does not say what', (text) => expect(isVague(text)).toBe(true))

test.each([
  'tenho uma dúvida com a fatura de setembro',
  'I have a question about my invoice from Netflix',
  'can you help me with my electricity bill',
  'dúvida na conta de luz',
  'preciso de ajuda para pagar a fatura',
  'tengo una pregunta sobre el IVA',
  'I have a question',
  'a minha fatura',
])('“%s” says what, or is about no bill', (text) => expect(isVague(text)).toBe(false))
