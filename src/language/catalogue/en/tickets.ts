import type { Catalogue } from '../../catalogue.ts'

/** Tickets and people: what is asked before one is opened, how it stands, and what the customer is told. */
export const tickets: Catalogue = {
  templates: {
    // Looking at tickets
    'ticket.list': {
      title: 'Tickets',
      text: '{count, plural, one {There is # ticket} other {There are # tickets, newest first}}:',
      row: '{ticket}: {topic}; {state}, opened {opened}',
    },
    'ticket.none': { title: 'Tickets', text: 'You have no tickets. To open one, just tell me what it is about.' },
    'ticket.show': {
      title: 'Ticket {ticket}',
      text: 'Ticket {ticket} ({topic}): {state}, since {since}.{respondIs, select, promised { The first answer is due by {by}.} other {}}',
      row: '{at}, {who}: {text}',
    },
    'ticket.unknown': {
      title: 'Ticket not found',
      text: 'I cannot find ticket {ticket} among those you may see. Please check the number, or let me show your tickets.',
    },
    'ticket.which': {
      title: 'Which ticket?',
      text: 'Which ticket do you mean?',
      row: '{option}: {ticket}, {topic} ({state})',
    },
    'note.more-tickets':
      '{more, plural, one {# older one is not shown; write its number to see it.} other {# older ones are not shown; write the number of one to see it.}}',
    'note.problem': 'Others have the same problem; we are solving it for everybody together.',
    // Opening, adding, ending
    'ticket.opened': {
      title: 'Ticket {ticket} is open',
      text: 'Done: ticket {ticket} is open ({topic}). {respondIs, select, promised {The first answer is due by {by}.} other {Somebody will look into it and answer you here.}}',
    },
    'ticket.same': {
      title: 'Ticket {ticket}',
      text: 'There is a ticket about this already: {ticket} ({state}). I have added what you wrote to it.',
    },
    'ticket.reopened': {
      title: 'Ticket {ticket} is open again',
      text: 'Ticket {ticket} is open again, and somebody will look into it. You can add what is still wrong.',
    },
    'ticket.what-to-add': {
      title: 'Ticket {ticket}',
      text: 'What should I add to ticket {ticket}? Please write it in one message.',
    },
    'ticket.added': {
      title: 'Ticket {ticket}',
      text: 'Thank you: I have added it to ticket {ticket}, where whoever works on it will see it.',
    },
    'ticket.confirm-withdraw': {
      title: 'Withdraw {ticket}?',
      text: 'Shall I withdraw ticket {ticket} ({topic})? Nobody will work on it any more; you can reopen it at any time.',
    },
    'ticket.withdrawn': {
      title: 'Ticket {ticket} is withdrawn',
      text: 'Ticket {ticket} is withdrawn. If you need it after all, reopen it.',
    },
    'ticket.confirmed': {
      title: 'Ticket {ticket} is closed',
      text: 'Good to hear. Ticket {ticket} is closed. Were you happy with how it went?',
    },
    'ticket.over': {
      title: 'Ticket {ticket}',
      text: 'Ticket {ticket} has been {state} since {since}. To go on with it, reopen it.',
    },
    'ticket.confirm': {
      title: 'Open a ticket?',
      text: 'The ticket would be this: {topic}, {priority} priority. Your words: “{text}” Shall I open it?',
    },
    'ticket.not-opened': {
      title: 'Nothing changed',
      text: 'All right, I leave everything as it is. What else can I do for you?',
    },
    'ticket.staff': {
      title: 'Tickets',
      text: 'Customers open tickets in their own chat. You work on them in the helpdesk channel, and list them with the command “saldo tickets”.',
    },
    // Intake
    'intake.what': {
      title: 'What happens?',
      text: 'What exactly happens, and what does the error message say, if there is one? A sentence or two will do.',
    },
    'intake.since': { title: 'Since when?', text: 'Since when has this been happening?' },
    'intake.impact': { title: 'Who is affected?', text: 'Who is affected by it?' },
    'intake.reason': {
      title: 'What is wrong?',
      text: 'What is wrong with the charge? Please tell me in your own words.',
    },
    'intake.details': { title: 'What is it about?', text: 'Please tell me in a sentence or two what it is about.' },
    'note.still-asking': 'Your ticket is not open yet: just answer my last question to go on.',
    'note.charged-request': 'This kind of request costs {price} per {per}. Nothing starts before you agree.',
    'note.about-bill': 'It is about invoice {invoice}.',
    'note.disputed-amount': 'Contested amount, tax included: {amount}.',
    'note.settles-it': 'That is what the records say. Does that settle it, or shall I open a ticket?',
    'dispute.settled': {
      title: 'Settled',
      text: 'Good. I have not opened a ticket. If it is wrong after all, just tell me.',
    },
    'technical.known': {
      title: 'A known problem',
      text: 'This has been a known problem since {from}: “{text}” Does that settle it?',
    },
    'technical.no-subscription': {
      title: 'About {product}',
      text: 'Your subscription to {product} is {status}{untilIs, select, day { (end date: {end})} other {}}, which may be the reason. Does that settle it?',
    },
    'note.incident': 'Microsoft’s incident: {incident}.',
    'note.known-until': 'It should be over by {until}.',
    // News of a ticket
    'ticket.replied': { title: 'About ticket {ticket}', text: 'We have answered your ticket {ticket} ({topic}).' },
    'ticket.asks': {
      title: 'A question about {ticket}',
      text: 'To go on with ticket {ticket}, we need an answer from you. Please add it to the ticket.',
    },
    'ticket.with-microsoft': {
      title: 'Ticket {ticket} is with Microsoft',
      text: 'We have taken ticket {ticket} to Microsoft. There is nothing for you to do; we will tell you here what they answer.',
    },
    'ticket.resolved': {
      title: 'Ticket {ticket} is resolved',
      text: 'As far as we can see, ticket {ticket} ({topic}) is solved. Is it solved for you, too?',
    },
    'problem.resolved': {
      title: 'Ticket {ticket} is resolved',
      text: 'The problem behind your ticket {ticket} ({topic}), which others had too, is solved. Is it solved for you, too?',
    },
    'ticket.ended': {
      title: 'Ticket {ticket} is {state}',
      text: 'Ticket {ticket} ({topic}) is {state}. If something is left to do, reopen it. Were you happy with how it went?',
    },
    'rating.thanks': {
      title: 'Thank you',
      text: 'Thank you for telling us. If you want to say why, just write “add to {ticket}” and a line.',
    },
    'rating.noted': { title: 'Thank you', text: 'Thank you: what you wrote about ticket {ticket} has reached us.' },
    'note.said': '“{text}”',
    // A person
    'person.confirm': {
      title: 'Talk to a person',
      text: 'Shall I call somebody from {partner}? They will see who you are and your bills{saidIs, select, some {; what you and I have written today ({count, plural, one {# message} other {# messages}}) they will see only if you agree} other {}}.',
    },
    'person.closed': {
      title: 'Nobody is there right now',
      text: 'Nobody from {partner} is there at the moment; support opens again on {opens}. I can open a ticket, which we will read then{saidIs, select, some {; what you and I have written today ({count, plural, one {# message} other {# messages}}) goes with it only if you agree} other {}}. Shall I?',
    },
    'person.closed-long': {
      title: 'Nobody is there right now',
      text: 'Nobody from {partner} is there at the moment, and no opening is planned for the next two weeks. I can open a ticket{saidIs, select, some {; what you and I have written today ({count, plural, one {# message} other {# messages}}) goes with it only if you agree} other {}}. Shall I?',
    },
    'person.nobody': {
      title: 'Talk to a person',
      text: 'I cannot put you through, because our support team is not connected to this chat. Please use the contact that we gave you.',
    },
    'person.queued': {
      title: 'Somebody is being called',
      text: 'I am calling somebody; your ticket is {ticket}. People ahead of you: {ahead, number}. You can go on writing here: whoever comes will read it.',
    },
    'person.ticket-left': {
      title: 'Ticket {ticket} is open',
      text: 'Done: ticket {ticket} is open, and we will read it from {opens}. The answer comes here.',
    },
    'person.waits': {
      title: 'Somebody is being called',
      text: 'You have been in the queue since {waiting} (ticket {ticket}). I will tell you as soon as somebody is there; until then you can go on writing here.',
    },
    'person.stopped': {
      title: 'No longer waiting',
      text: 'All right, nobody is being called any more. Ticket {ticket} stays, and you can ask for a person again at any time.',
    },
    'person.joined': {
      title: '{agent} is here',
      text: '{agent} is here now and reads what you write. I stay silent until the conversation ends.',
    },
    'person.moved': {
      title: 'Somebody else takes over',
      text: 'Somebody else is taking over ticket {ticket}. Please stay; you can go on writing.',
    },
    'person.ended': {
      title: 'The conversation has ended',
      text: 'The conversation about ticket {ticket} has ended, and I am back. State of the ticket: {state}.',
    },
    'person.back': {
      title: 'I am back',
      text: 'Nobody could take over just now, so I am back. Ticket {ticket} stays with us, and the answer comes here.',
    },
    'person.passed-on': {
      title: 'Passed on',
      text: 'I have added that to ticket {ticket}; whoever comes will read it.',
    },
    'person.file-passed-on': {
      title: 'File passed on',
      text: 'I have added your file to ticket {ticket}, where we can open it.',
    },
    'person.file-refused': {
      title: 'File not taken',
      text: 'I could not take that file: it is too large, or there is no ticket or conversation that it could go to. Please open a ticket first, or send it by mail.',
    },
    // Buttons
    'next.confirm-ticket': 'Yes, open the ticket',
    'next.confirm-withdraw': 'Yes, withdraw it',
    'next.not-now': 'No, not now',
    'next.skip': 'Skip this question',
    'next.go-on': 'No, open a ticket',
    'next.settled': 'Yes, that settles it',
    'next.everybody': 'The whole company',
    'next.several': 'Several people',
    'next.one': 'One person',
    'next.with-words': 'Yes, and show what we wrote',
    'next.without-words': 'Yes, without what we wrote',
    'next.connect': 'Yes, call somebody',
    'next.leave-ticket': 'Yes, open a ticket',
    'next.stop-waiting': 'Stop waiting',
    'next.end-talk': 'End this conversation',
    'next.solved': 'Close {ticket}, it is solved',
    'next.not-solved': 'Reopen {ticket}: the problem is still there',
    'next.good': '{ticket}: yes, I was happy',
    'next.bad': '{ticket}: no, I was not',
    'next.ticket-show': 'How is {ticket} going?',
    'next.ticket-add': 'Add to {ticket}',
    'next.ticket-withdraw': 'Withdraw {ticket}',
    'next.ticket-reopen': 'Reopen {ticket}',
    'next.ticket-about': 'Open a ticket about it',
    'next.tickets': 'Show my tickets',
  },
  terms: {
    'said.some': 'with messages',
    'said.none': 'without messages',
    'topic.general': 'a request',
    'ticket.new': 'new',
    'ticket.open': 'in progress',
    'ticket.waiting-customer': 'waiting for your answer',
    'ticket.waiting-microsoft': 'with Microsoft',
    'ticket.resolved': 'resolved',
    'ticket.closed': 'closed',
    'ticket.withdrawn': 'withdrawn',
    'ticket-kind.commercial': 'billing',
    'ticket-kind.technical': 'technical',
    'priority.urgent': 'urgent',
    'priority.high': 'high',
    'priority.normal': 'normal',
    'priority.low': 'low',
    'respond.promised': 'promised',
    'respond.open': 'open',
    'who.you': 'from you',
    'who.us': 'from our team',
    'who.saldo': 'from Saldo',
    'label.ticket': 'Ticket',
    'label.topic': 'About',
    'label.state': 'State',
    'label.priority': 'Priority',
    'label.opened': 'Opened',
    'label.since': 'Since',
    'label.by': 'First answer by',
  },
}
