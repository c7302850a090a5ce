import { upload } from './api.js'
import { button, element } from './elements.js'

/** A box to write in, with files: Enter sends. `onSend` gets the words and the files; `onFailed` hears that a file could not be attached. */
export class Composer {
  #box
  #form
  #files = []
  #uploads = Promise.resolve()
  #setting

  constructor(form, setting) {
    this.#form = form
    this.#setting = setting
    this.#box = form.querySelector('textarea')
    const picker = form.querySelector('input[type="file"]')
    form.querySelector('.attach').addEventListener('click', () => picker.click())
    picker.addEventListener('change', () => {
      for (const file of picker.files) this.#attach(file)
      picker.value = ''
    })
    form.querySelector('.mention-bot')?.addEventListener('click', () => this.#mention())
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.#send()
    })
    this.#box.addEventListener('input', () => this.#grow())
    this.#box.addEventListener('keydown', (event) => {
      // While an input method composes a word, Enter takes the word.
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
      event.preventDefault()
      this.#send()
    })
  }

  get draft() {
    return { text: this.#box.value, files: this.#files }
  }

  set draft({ text, files }) {
    this.#box.value = text
    this.#files = files
    this.#grow()
    this.#showFiles()
  }

  get isEmpty() {
    return !this.#box.value && this.#files.length === 0
  }

  focus() {
    this.#box.focus()
  }

  async #send() {
    await this.#uploads
    const { text, files } = this.draft
    if (!text.trim() && files.length === 0) return
    this.draft = { text: '', files: [] }
    this.#setting.onSend(text.trim(), files)
  }

  #attach(file) {
    const uploaded = upload(file)
    this.#uploads = this.#uploads
      .then(() => uploaded)
      .then((kept) => {
        this.#files = [...this.#files, kept]
        this.#showFiles()
      })
      .catch(() => this.#setting.onFailed())
  }

  #mention() {
    const { value, selectionStart: at } = this.#box
    const space = at > 0 && !/\s$/.test(value.slice(0, at)) ? ' ' : ''
    this.#box.setRangeText(`${space}@Saldo `, at, this.#box.selectionEnd, 'end')
    this.#grow()
    this.#box.focus()
  }

  #grow() {
    this.#box.style.height = 'auto'
    this.#box.style.height = `${this.#box.scrollHeight}px`
  }

  #showFiles() {
    const list = this.#form.querySelector('.attached')
    list.hidden = this.#files.length === 0
    const items = this.#files.map((file) => {
      const item = element('li', 'file', file.name)
      const remove = button('remove', '✕', () => {
        this.#files = this.#files.filter((other) => other !== file)
        this.#showFiles()
        this.#box.focus()
      })
      remove.ariaLabel = this.#setting.said().removeFile(file.name)
      item.append(remove)
      return item
    })
    list.replaceChildren(...items)
  }
}
