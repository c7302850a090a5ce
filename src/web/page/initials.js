/** Of the first and the last name. */
export const initials = (name) =>
  name
    .split(' ')
    .filter(Boolean)
    .map((part) => part[0])
    .filter((_, at, all) => at === 0 || at === all.length - 1)
    .join('')
