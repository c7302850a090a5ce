import { composed, fold } from './fold.ts'

/** What somebody wants of the reminders they get. */
export type ReminderWish = 'stop' | 'later' | 'resume'

const reminders =
  '(?:reminders?|notices?|notifications?|alerts?|messages?|emails?|mails?|lembretes?|avisos?|alertas?|notificacoes|mensagens|recordatorios?|notificaciones|mensajes|them|os|los)'
const off = '(?:off|fora|out)'

const resume = [
  String.raw`\b(?:turn|switch|put)\b(?: \S+){0,4} (?:back )?on\b(?! (?:mon|tues|wednes|thurs|fri|satur|sun)day)`,
  String.raw`\b(?:resume|re-?start|re-?enable|re-?activate|unmute|unpause|enable|activate)\b`,
  String.raw`\b(?:start|send|remind)\b(?: \S+){0,4} again$`,
  String.raw`\b(?:re)?ac?tiv(?:ar|a|e|em|as|ad|en|o)\b`,
  String.raw`\b(?:retom\w+|reanud\w+|religue\w*|religa\w*|voltar? a (?:mandar|enviar|receber|avisar|lembrar)|voltem a|vuelv\w+ a|volver a (?:recibir|enviar|mandar|recordar))\b`,
  String.raw`\b(?:ligar?|liga|ligue|liguem)\b(?: \S+){0,3} (?:de volta|outra vez|de novo|${reminders})`,
].map((pattern) => new RegExp(pattern))

const later = [
  String.raw`\b(?:snooze|postpone|put (?:\S+ ){0,2}off|later|tomorrow|next (?:week|month|mon|tues|wednes|thurs|fri)\w*|(?:un)?till?\b|in (?:a|an|one|two|three|\d+) (?:days?|weeks?))`,
  String.raw`\bfor (?:a|one|two|three|\d+) (?:days?|weeks?)\b`,
  String.raw`\b(?:mais tarde|logo|adia\w*|adie\w*|amanha|proxim[ao] (?:semana|mes)|(?:semana|mes) que vem|para a semana|daqui a|por (?:uma|um|duas|dois|\d+) (?:semanas?|dias?)|ate)\b`,
  String.raw`\b(?:mas tarde|luego|pospon\w*|posponga\w*|aplaz\w+|pasado manana|(?:semana|mes) que viene|dentro de|hasta)\b`,
  String.raw`(?<!\b(?:la|cada|por la|todas las) )\bmanana\b`,
].map((pattern) => new RegExp(pattern))

const stop = [
  String.raw`\b(?:stop|no more|enough|mute|silence|disable|unsubscribe|opt(?: \S+)? out|suppress|pause|suspend|cancel|leave (?:me|us) alone)\b`,
  String.raw`\b(?:turn|switch|shut)\b(?: \S+){0,4} ${off}\b`,
  String.raw`\b(?:do not|dont|don't|never) (?:want|send|remind|write|need|notify|get|message)\b`,
  String.raw`\b(?:par[ae]m?|parar) (?:de|com)\b|\b(?:chega|basta|desativ\w+|desactiv\w+|deslig\w+|silenci\w+|suspend\w+|interromp\w+|cancel\w+|paus\w+|parad|callad)\b`,
  String.raw`\bnao (?:quero|queremos|preciso|precisa\w*|mand\w+|envi\w+|(?:me |nos )?(?:lembr|record|avis)\w*)\b`,
  String.raw`\bno (?:quiero|queremos|mand\w+|envi\w+|mas|(?:me|nos) (?:record|recuerd|avis|escrib|mand|envi)\w*)\b`,
  String.raw`\b(?:dej(?:en|ad|a|e)|dejar) de\b|\b${reminders} off\b`,
].map((pattern) => new RegExp(pattern))

/** "Until when do they wait?" asks how it stands, and wants nothing changed. */
const asksUntilWhen = /\b(?:(?:un)?till? when|how long|ate quando|ate que dia|hasta cuando|hasta que (?:dia|fecha))\b/

const says = (patterns: readonly RegExp[], text: string): boolean => patterns.some((pattern) => pattern.test(text))

/** Reads what a message wants of reminders, in any of the languages; nothing where it does not say, or wants something else of them. */
export function readReminderWish(text: string): ReminderWish | undefined {
  const folded = fold(composed(text))
  if (asksUntilWhen.test(folded)) return undefined
  if (says(resume, folded)) return 'resume'
  // "No reminders until the fifteenth" ends by itself.
  if (says(later, folded)) return 'later'
  return says(stop, folded) ? 'stop' : undefined
}
