/** An ICU select, a branch a line: `{name, select, one {...} other {...}}`. `other` is the last of them. */
export const select = (name: string, branches: Readonly<Record<string, string>>): string =>
  `{${name}, select, ${Object.entries(branches)
    .map(([key, text]) => `${key} {${text}}`)
    .join(' ')}}`
