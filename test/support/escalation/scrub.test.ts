import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scrub } from '../../../src/support/escalation/scrub.ts'

const own = '20000000-0000-4000-8000-0000000000aa'
const rules = {
  keep: [own, 'T-1042', 'G016907411', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'],
  people: ['Marta Quintela'],
  companies: ['Harrow & Finch LLP', 'harrow.example'],
}
const scrubbed = (text: string) => scrub(text, rules)

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dBjftJeZ4CVPmB92K27uhbUJU1p1r'
const key = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='

describe('taken out, and said to be', () => {
  test.each([
    ['a password', 'The password is hunter2 and it fails.', 'hunter2'],
    ['a password with a colon', 'admin password: Summer 2026!\nIt fails.', 'Summer'],
    ['a password without a verb', 'login admin pass Summer2026! fails', 'Summer2026'],
    ['a passphrase', 'my password is correct-horse battery staple.', 'staple'],
    ['a password before its name', 'hunter2 is my password', 'hunter2'],
    ['a palavra-passe', 'a palavra-passe é Lisboa1755', 'Lisboa1755'],
    ['a senha', 'Senha: Praia#99', 'Praia'],
    ['a contraseña', 'la contraseña es Gato.negro', 'Gato'],
    ['a clave', 'clave de acceso = gato negro', 'gato'],
    ['a PIN', 'PIN 4821', '4821'],
    ['a security code', 'the verification code is 882 113', '113'],
    ['a variable', 'DB_PASSWORD=s3cr3t', 's3cr3t'],
    ['JSON', '{"clientSecret": "abc def"}', 'def'],
    ['XML', '<adminPassword>abc</adminPassword>', '>abc<'],
    ['a bearer token', 'curl -H "authorization: bearer abc.def.ghi"', 'abc.def'],
    ['a bearer token alone', 'Bearer abcdefghijk', 'abcdefghijk'],
    ['basic authentication', 'Authorization: Basic dXNlcjpwYXNz', 'dXNlcjpwYXNz'],
    ['a JWT', `token ${jwt}`, jwt.slice(20, 40)],
    ['a cookie', 'Cookie: ESTSAUTH=0.AXo; x=y', 'AXo'],
    ['a storage key', key, key.slice(5, 40)],
    ['a connection string', `DefaultEndpointsProtocol=https;AccountName=salinas;AccountKey=${key}`, 'salinas'],
    ['a database', 'Server=tcp:db1;Initial Catalog=erp;User ID=sa;Password=p w;Encrypt=True', 'p w'],
    ['a URL with a password', 'postgres://app:hush@db.example/erp', 'hush'],
    ['a SAS link', 'https://x.blob.core.windows.net/a.zip?sv=2024&sig=abc%2Fdef', 'sig='],
    ['an Azure client secret', 'abc8Q~defGHIjklMNOpqrSTUvwxYZ0123', 'defGHI'],
    ['a key that nobody names', 'we used a9f3k2j5h6g7d8s9q1w2e3r4 there', 'a9f3k2'],
    ['a GitHub token', 'ghp_abcdefghijklmnopqrstuvwx', 'ghp_'],
    ['a private key', 'x -----BEGIN RSA PRIVATE KEY-----\nMIIEow\nabc\n-----END RSA PRIVATE KEY----- y', 'MIIEow'],
    ['a private key that is cut off', '-----BEGIN PRIVATE KEY-----\nMIIEow\nabc', 'abc'],
    ['a product key', 'ABCDE-12345-FGHIJ-67890-KLMNO', '67890'],
    ['a recovery key', '123456-234567-345678-456789-567890-678901-789012-890123', '345678'],
    ['a card', 'card 4111 1111 1111 1111', '1111'],
    ['an IBAN', 'IBAN PT50 0002 0123 1234 5678 9015 4', '9015'],
    ['a foreign id', 'tenant 20000000-0000-4000-8000-000000000001', '000000000001'],
    ['a foreign id in capitals', 'TENANT {ABCDEF00-0000-4000-8000-00000000000F}', 'ABCDEF'],
    ['a foreign id without hyphens', '20000000000040008000000000000001', '00000001'],
    ['a foreign id with other hyphens', '20000000–0000–4000–8000–000000000001', '000000000001'],
    ['a foreign id with letters before it', 'tenantabcdef000-0000-4000-8000-00000000000f', '4000-8000'],
    ['a foreign id with invisible characters', '2000\u200b0000-0000-4000-8000-0000\u00ad00000001', '4000'],
    ['a foreign id in full-width digits', '２００００００0-0000-4000-8000-000000000001', '8000'],
    ['a foreign domain', 'harrowfinch.onmicrosoft.com', 'harrowfinch'],
    ['another customer', 'the same as at HARROW & FINCH LLP', 'FINCH'],
    ['a person', 'ask Marta Quintela', 'Quintela'],
    ['half a name', 'marta says so', 'marta'],
    ['a mail address', 'write to m.q@salinas.example', 'salinas'],
    ['a telephone', 'call +351 912 345 678', '912'],
    ['a telephone of Brazil', '(11) 91234-5678', '91234'],
    ['a tax number', 'CNPJ 12.345.678/0001-90', '0001-90'],
    ['another bill', 'as on NOR-2026-0042', '0042'],
    ['another ticket', 'as in T-1043', '1043'],
    ['an amount', 'Microsoft billed EUR 1.234,56 for it', '1.234'],
    ['an amount in words', 'it is 412 euros', '412'],
    ['an amount without currency', 'we got 412.50 for it', '412.50'],
    ['an amount in reais', 'foi R$ 1.200', '1.200'],
    ['a cost', 'Our cost for 12 seats: 412', '412'],
    ['a cost in the next sentence', 'What is our cost? 412', '412'],
    ['a cost in the sentence before', '412. That is what we pay.', '412'],
    ['a margin', 'the margin is 18', '18'],
    ['a margem', 'a margem de 18 por cento', '18'],
    ['a margen', 'con un margen del 18 %', '18'],
    ['a percentage', 'we make 18 % on it', '18'],
    ['a percentage of something technical', 'we make 18 % on storage and CPU', '18'],
    ['one that stands alone', 'Harmless before. 18 %. Harmless after.', '18'],
  ])('%s', (_, text, gone) => {
    const { text: left, removed } = scrubbed(text)
    expect(left).not.toContain(gone)
    expect(left).toMatch(/\[removed: [a-z ]+\]/)
    expect(removed.length).toBeGreaterThan(0)
  })
})

describe('left as it is', () => {
  test.each([
    `Customer ${own.toUpperCase()} of T-1042, invoice G016907411`,
    `Request ${own.replaceAll('-', '')} failed`,
    'traceparent 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    'AADSTS50076: sign-in fails since 2026-11-22T09:12:00Z, and again at 10:05 UTC.',
    'Outlook build 16.0.17928.20114 shows error 0x8004010F for 12 of 40 users.',
    'The password is not accepted, and the password was reset.',
    'A palavra-passe não é aceite. La contraseña está caducada.',
    'Perda de 3 % na rede, disk full at 98.5 %.',
    'CPU at 95 % and 3 % packet loss on vm-prod-westeurope-01.',
    '/resourceGroups/RG-Prod-WestEurope/providers/Microsoft.Compute/virtualMachines/vm01',
    'Microsoft 365 Business Basic, 12 seats instead of 10, SKU CFQ7TTC0LCHC:0002.',
    'Case 2611220030001234 of Microsoft says the same; EX25194 is over.',
    'https://admin.microsoft.com/Adminportal/Home shows a blank page.',
  ])('%s', (text) => expect(scrubbed(text)).toEqual({ text, removed: [] }))
})

test('what was taken out is said in its place, once for each', () => {
  expect(scrubbed('Mail a@b.example and c@d.example, PIN 4821.')).toEqual({
    text: 'Mail [removed: mail address] and [removed: mail address], [removed: password]',
    removed: ['password', 'mail address', 'mail address'],
  })
})

test('a second time changes nothing', () => {
  const words = fc.constantFrom(
    ...[
      'password',
      'is',
      ':',
      '=',
      'cost',
      '412',
      '12,50',
      '%',
      'EUR',
      own,
      jwt,
      key,
      'Marta',
      'a@b.example',
      '.',
      '\n',
    ],
    ...['[removed: password]', '+351 912 345 678', 'not', 'fails', 'ghp_abcdefghijklmnopqrstuvwx', '4111111111111111'],
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 14 }), (parts) => {
      const once = scrubbed(parts.join(' ')).text
      expect(scrubbed(once)).toEqual({ text: once, removed: [] })
    }),
    { numRuns: process.env.SALDO_LONG ? 20_000 : 500 },
  )
})

test('a text that was made to take long takes no time to speak of', () => {
  const pieces = [
    'a',
    'a=',
    'a-',
    'a.',
    'A ',
    'é ',
    'x@',
    '1',
    '1.',
    '1 ',
    '(1',
    '+1 ',
    '0000-',
    'Ab1',
    '<key>',
    '<',
    ' ',
    '\n',
  ]
  const longer = [
    'password ',
    'password for ',
    'password:x. ',
    'is my ',
    'https://a:b',
    'https://a?',
    'Server=',
    'NIF 1',
    'cost 1. ',
  ]
  for (const piece of [...pieces, ...longer, '-----BEGIN A-----', '[removed: token]', '2026-11-22 ']) {
    const start = performance.now()
    scrubbed(piece.repeat(200_000 / piece.length))
    expect([piece, performance.now() - start < 2000]).toEqual([piece, true])
  }
})
