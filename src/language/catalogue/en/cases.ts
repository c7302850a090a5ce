import type { Catalogue } from '../../catalogue.ts'

/** What the partner's helpdesk reads in a case's thread, and its case card. */
export const cases: Catalogue = {
  templates: {
    'case.claimed': {
      title: '{ticket} is taken',
      text: '{name} has {ticket} now. What you write here without mentioning me goes to the customer; begin with “note:” for an internal note.',
    },
    'case.taken': {
      title: '{ticket} is taken',
      text: '{name} has {ticket} already. What you write here stays an internal note.',
    },
    'case.not-yours': {
      title: 'Not sent',
      text: 'That did not go to the customer: {name} has {ticket}. It is kept as an internal note.',
    },
    'case.not-taken': {
      title: 'Not sent',
      text: 'That did not go to the customer: nobody has {ticket}. It is kept as an internal note; take the case first, then write again.',
    },
    'case.noted': { title: 'Note kept', text: 'Kept as an internal note of {ticket}.' },
    'case.sent': { title: 'Sent', text: 'Your message is on its way to the customer.' },
    'case.offered': { title: '{ticket} is offered', text: '{ticket} is offered to {name}, who can take it.' },
    'case.queued': { title: '{ticket} waits', text: '{ticket} is back in the queue: anybody can take it.' },
    'case.customer-left': {
      title: '{ticket}: customer left',
      text: 'The customer has ended the conversation of {ticket}. Please write down how it ended, and close the case.',
    },
    'case.ended': {
      title: '{ticket}: wrap up',
      text: 'The conversation of {ticket} has ended, and the customer has the bot back. Please write down how it ended, and close the case.',
    },
    'case.closed': {
      title: '{ticket} is wrapped up',
      text: 'The case is wrapped up. State of {ticket}: {stateIs, select, waiting_customer {waiting for the customer} other {{state}}}.',
    },
    'case.returned': {
      title: '{ticket} is back with the bot',
      text: 'The customer of {ticket} has the bot back. State of the ticket: {stateIs, select, waiting_customer {waiting for the customer} other {{state}}}.',
    },
    'case.waits': {
      title: 'A customer waits',
      text: 'The customer of {ticket} is still waiting for somebody. Who takes it?',
    },
    'case.late': {
      title: '{ticket} is late',
      text: '{ticket} ({priority} priority) has missed its target for the {why}. Who can see to it now?',
    },
    'case.not-delivered': {
      title: 'Not delivered',
      text: 'This did not reach the customer of {ticket} ({why}): “{text}” Please reach them another way, or send it again from the card.',
    },
    'case.maybe-delivered': {
      title: 'Perhaps not delivered',
      text: 'It is not known whether this reached the customer of {ticket} ({why}): “{text}” I do not repeat it by myself; ask the customer, or send it again from the card.',
    },
    'case.thread-missing': {
      title: '{ticket} has no thread',
      text: 'It is not known whether the card of {ticket} arrived in the channel. From now on this thread is its place.',
    },
    'case.attachment': {
      title: 'Attachment not sent',
      text: 'Your attachment did not reach the customer: files from this channel cannot be passed on. Send it by mail, or write a link that they may open into your message.',
    },
    'case.confirmed': { title: '{ticket} is closed', text: 'The customer says that {ticket} is solved; it is closed.' },
    'case.rated': { title: '{ticket} was rated', text: 'The customer of {ticket} was {why}.' },
    'case.reopened': { title: '{ticket} is open again', text: 'The customer has reopened {ticket}: “{text}”' },
    'case.withdrawn': { title: '{ticket} is withdrawn', text: 'The customer has withdrawn {ticket}.' },
    'case.no-role': {
      title: 'Not part of your role',
      text: 'Your role does not include this. A user management admin can change roles.',
    },
    'case.channel-set': {
      title: 'Helpdesk channel',
      text: 'Cases come to this channel from now on, each in a thread of its own. To move them, mention me in another channel with “cases here”.',
    },
    'case.channel-known': {
      title: 'Helpdesk channel',
      text: 'Cases come to this channel already; there is nothing to change.',
    },
    'case.no-case': {
      title: 'No case',
      text: 'This thread belongs to no case. Mention me with “cases here” to have the cases come to this channel.',
    },
    'case.what': {
      title: 'Not understood',
      text: 'I cannot do that here. Ask me about the customer’s bills, begin with “note:” for an internal note, or use the buttons on the card.',
    },
    'case.done': {
      title: 'Done',
      text: 'Done. State of {ticket}: {stateIs, select, waiting_customer {waiting for the customer} other {{state}}}.',
    },
    'case.linked': {
      title: '{ticket} is one of several',
      text: '{ticket} has the same cause as other tickets: {text}. Solve them together with the button on the card.',
    },
    'case.no-helpdesk': {
      title: 'Not set up yet',
      text: 'I cannot prepare a case for Microsoft: how this helpdesk works, and what it holds, is not on record. Have the file helpdesk.yaml imported, then try again.',
    },
    'case.no-vehicle': {
      title: 'No way to Microsoft',
      text: 'No case can be filed with Microsoft for this. {why}',
    },
    'case.prepared': {
      title: 'Case {escalation} is prepared',
      text: 'Case {escalation} is ready to be filed with Microsoft. Where: “{where}” Why there: “{why}” Once it is filed, write Microsoft’s case number on the card.',
    },
  },
  terms: {
    'undelivered.unreachable': 'the chat is not there any more',
    'undelivered.blocked': 'the customer has blocked or removed the app',
    'undelivered.too-large': 'it is too long',
    'undelivered.refused': 'Teams did not take it',
    'undelivered.no-answer': 'Teams did not answer',
    'late.respond': 'first answer',
    'late.resolve': 'solution',
    'rated.good': 'happy with how it went',
    'rated.bad': 'not happy with how it went',
  },
}
