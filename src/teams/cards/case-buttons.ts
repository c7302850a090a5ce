import type { IExecuteAction, IShowCardAction } from '@microsoft/teams.cards'
import {
  closeForm,
  disputeForm,
  endButton,
  type FormScene,
  noteForm,
  priorityForm,
  problemForm,
  replyForm,
  returnButton,
  suggestionForm,
  transferForm,
} from './case-forms.ts'
import { type Possible, possibleIn } from './case-possible.ts'
import { button, form } from './form.ts'
import { microsoftForm } from './microsoft-forms.ts'

type Action = IExecuteAction | IShowCardAction

/** The buttons of a case, at most six: what is done every day first, the rest behind one of them. */
export function caseButtons(scene: FormScene): readonly Action[] {
  const { title } = scene.words
  const can = possibleIn(scene.view)
  const more = moreActions(scene, can)
  const actions = [
    can.claim ? button(title('card.do.claim'), 'case.claim', scene.data, 'positive') : undefined,
    can.reply ? replyForm(scene) : undefined,
    can.claim || can.reply ? suggestionForm(scene, can.reply) : undefined,
    noteForm(scene),
    can.close ? closeForm(scene) : undefined,
    microsoftForm(scene, can),
    more.length > 0 ? form('more', title('card.do.more'), [], more) : undefined,
  ]
  return actions.filter((action) => action !== undefined)
}

const moreActions = (scene: FormScene, can: Possible): readonly Action[] =>
  [
    can.end ? endButton(scene) : undefined,
    can.transfer ? transferForm(scene) : undefined,
    can.return ? returnButton(scene) : undefined,
    can.prioritise ? priorityForm(scene) : undefined,
    can.decide ? disputeForm(scene) : undefined,
    can.solve ? problemForm(scene) : undefined,
  ].filter((action) => action !== undefined)
