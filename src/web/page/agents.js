const deskRoles = ['helpdesk-agent', 'admin-agent', 'billing-admin', 'sales-agent']

/** The partner's people who can sit at the helpdesk, its own agents first. */
export function agentsOf(people) {
  const rank = ({ roles }) => Math.min(...deskRoles.map((role, at) => (roles.includes(role) ? at : deskRoles.length)))
  return people.filter((person) => !person.company && rank(person) < deskRoles.length).sort((a, b) => rank(a) - rank(b))
}
