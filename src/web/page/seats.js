const wide = matchMedia('(min-width: 1100px)')
const seats = document.getElementById('seats')
const buttons = [...document.querySelectorAll('[data-seat]')]

/** Whether somebody sees the seat: both where there is room, else the one in front. */
export const isSeen = (seat) => wide.matches || seats.dataset.front === seat

/** Brings a seat to the front where there is no room for both. `onChange` hears when another one is seen. */
export function switchSeats(onChange) {
  for (const button of buttons)
    button.addEventListener('click', () => {
      seats.dataset.front = button.dataset.seat
      for (const each of buttons) each.setAttribute('aria-pressed', String(each === button))
      onChange()
    })
  wide.addEventListener('change', onChange)
}
