import { userInfo } from 'node:os'

/** Whoever runs commands on the machine that holds the data, for the record. */
export const operatorName = (): string => `operator ${userInfo().username}`
