/** Where the bot finds the page's connector, behind the server's own address. */
export const connectorPath = '/page/connector'
