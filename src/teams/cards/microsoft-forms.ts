import type { IExecuteAction, IShowCardAction } from '@microsoft/teams.cards'
import type { CaseView } from '../../conversation/desk/case-view.ts'
import { escalationResults } from '../../support/escalation/escalation.ts'
import { severities } from '../../support/escalation/severity.ts'
import { caseKinds } from '../../support/evidence.ts'
import { serviceName, serviceOf, services } from '../../support/service.ts'
import type { FormScene } from './case-forms.ts'
import type { Possible } from './case-possible.ts'
import { alone, text } from './elements.ts'
import { button, choiceInput, form, lineInput, textInput } from './form.ts'

/** All that can be done with Microsoft now; nothing when that is nothing. */
export function microsoftForm(scene: FormScene, can: Possible): IShowCardAction | undefined {
  const { words, data } = scene
  const { title } = words
  if (can.prepare) return prepareForm(scene)
  const actions: (IExecuteAction | IShowCardAction)[] = [
    ...(can.file ? [fileForm(scene)] : []),
    ...(can.filed ? [answerForm(scene), closeForm(scene)] : []),
    ...(can.withdraw ? [button(title('card.do.withdraw-escalation'), 'escalation.withdraw', data)] : []),
  ]
  const where = can.file ? [text(`${title('card.where')}: ${scene.view.escalation?.where ?? ''}`)] : []
  return actions.length > 0 ? form('microsoft', title('card.do.microsoft'), where, actions) : undefined
}

function prepareForm({ view, words: { title, word }, data }: FormScene): IShowCardAction {
  const missing = word('card.missing.choice')
  const kinds = caseKinds.map((value) => ({ title: title(`card.kind.${value}`), value }))
  const named = services.map((value) => ({ title: alone(serviceName(value)), value }))
  const levels = severities.map((value) => ({ title: word(`card.severity.${value}`), value }))
  return form(
    'prepare',
    title('card.do.microsoft'),
    [
      choiceInput('kind', title('card.input.kind'), kinds, { missing, value: view.ticket.kind }),
      choiceInput('service', title('card.input.service'), named, { missing, value: serviceIn(view) }),
      choiceInput('severity', title('card.input.severity'), levels, { missing, value: severityIn(view) }),
    ],
    [button(title('card.do.prepare'), 'escalation.prepare', data)],
  )
}

/** As it was filed, else by the product that it is about. */
function serviceIn({ ticket: { service, about }, bill }: CaseView): string | undefined {
  const product = bill?.lines[0]?.product?.value
  const named = about.product ?? (product?.type === 'text' ? product.text : undefined)
  return services.find((one) => one === service) ?? serviceOf(named)
}

/** By the impact that the priority was made from. */
const severityIn = ({ ticket: { priority } }: CaseView): string =>
  priority === 'urgent' ? 'A' : priority === 'high' ? 'B' : 'C'

const fileForm = ({ words: { title, word }, data }: FormScene): IShowCardAction =>
  form(
    'file',
    title('card.do.file'),
    [lineInput('number', title('card.input.number'), word('card.missing.number'))],
    [button(title('card.do.keep'), 'escalation.file', data)],
  )

const answerForm = ({ words: { title, word }, data }: FormScene): IShowCardAction =>
  form(
    'answer',
    title('card.do.answer'),
    [textInput('text', title('card.input.answer'), { missing: word('card.missing.text') })],
    [button(title('card.do.keep'), 'escalation.answer', data)],
  )

function closeForm({ words: { title, word }, data }: FormScene): IShowCardAction {
  const choices = escalationResults.map((value) => ({ title: title(`card.result.${value}`), value }))
  return form(
    'ended',
    title('card.do.close-escalation'),
    [
      choiceInput('result', title('card.input.result'), choices, { missing: word('card.missing.choice') }),
      textInput('text', title('card.input.told')),
    ],
    [button(title('card.do.keep'), 'escalation.close', data)],
  )
}
