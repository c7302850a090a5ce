import { describeContract } from '../store/contract.ts'
import { type Memory, MemoryDocuments } from './memory-documents.ts'

describeContract('in memory', async () => {
  const memory: Memory = new Map()
  return { open: async () => new MemoryDocuments(memory), discard: async () => undefined }
})
