/** What identifies somebody by its form alone, the surest form first; what is left of numbers goes later whatever it is. */
const formats: readonly (readonly [placeholder: string, pattern: RegExp])[] = [
  ['e-mail', /[^\s@‹›]*@[^\s@‹›]+/gu],
  ['link', /\b(?:https?:\/\/|www\.)\S+/giu],
  [
    'link',
    /\b[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.(?:com|net|org|info|biz|io|eu|pt|br|es|uk|ie|de|fr|cloud|app|dev|tech|example)\b(?:\/\S*)?/giu,
  ],
  ['id', /\b[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}\b/giu],
  ['account', /\b[a-z]{2}\d{2}(?:[ -]?[a-z]{4})?(?:[ -]?\d{4}){2,7}(?:[ -]?[a-z\d]{1,3}\b)?/giu],
  // CNPJ and CPF as they are written, then whatever is called a tax number, then Spain's, the Union's and Portugal's by their letters or first digit.
  ['tax-number', /(?<!\p{N})(?:\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}|\d{3}\.\d{3}\.\d{3}-\d{2})(?!\p{N})/gu],
  [
    'tax-number',
    /(?<=\b(?:nif|nipc|cif|nie|cnpj|cpf|vat|contribuinte|tax)(?: ?(?:id|no|number|reg|n)\b)?[\s.:#º°]{0,3}(?:is |é |es )?)(?:[a-z]{2})?[a-z]?\d(?:[ ./-]?\d){6,13}[a-z]?\b/giu,
  ],
  ['tax-number', /\b(?:[a-hjnp-suvw]\d{7}[\da-j]|\d{8}[a-z]|[xyz]\d{7}[a-z])\b/giu],
  ['tax-number', /\b(?:pt|es|gb|br|de|fr|ie|it|nl|be|lu)[ -]?[a-z]?\d{7,11}[a-z]?\b/giu],
  ['tax-number', /(?<![\p{L}\p{N}/.+-])[1568]\d{2} ?\d{3} ?\d{3}(?![\p{N}/])/gu],
  ['card', /(?<![\p{L}\p{N}])\d(?:[ -]?\d){12,18}(?!\p{N})/gu],
  ['phone', /(?<![\p{L}\p{N}/.-])(?:\+|00)?\(?\d(?:[ ().-]{0,2}\d){8,14}(?![\p{N}/])/gu],
]

/** A text with placeholders for addresses, links, ids, accounts, cards, tax and telephone numbers. */
export const withoutFixedFormats = (text: string): string =>
  formats.reduce((rest, [placeholder, pattern]) => rest.replace(pattern, ` <${placeholder}> `), text)
