import { suites } from '@gongqiao/kernel/crypto/suites.ts'
import { checkReceipt, type ReceiptFault } from '@gongqiao/kernel/seal/check-receipt.ts'
import type { CliCommand } from './command.ts'
import { readGiven, readGivenKey } from './given-files.ts'

const mostBytes = 10 * 1024 * 1024

const words: { readonly [F in ReceiptFault]: string } = {
  unreadable: 'this is no receipt, or it was cut',
  suite_unknown: 'it was made with algorithms that this version does not know',
  row_changed: 'the row it shows is not the one that was sealed',
  cell_proof_wrong: 'the row does not lead to the root of its cell',
  network_proof_wrong: 'the root of its cell does not lead to the root that was sealed',
  signature_wrong: 'the seal does not bear the signature of the key it names',
  other_key: 'the seal is by another key than the one that was given',
}

/** `gongqiao verify-receipt`: whether a row stands sealed as a receipt says. Needs no database. */
export const verifyReceipt: CliCommand = {
  name: 'verify-receipt',
  summary: 'Checks a receipt of a recorded act or look, on any machine.',
  takes: ['FILE'],
  options: { key: { type: 'text', value: 'FILE', words: 'public key the seal must be by: PEM, DER or base64' } },
  details: `Nothing is needed but the file. The exit code is 1 when it does not hold. Whose key signed is shown: compare it
with the one the installation publishes, or give that one.`,
  async run(given, { terminal }) {
    const [file = ''] = given.words
    const keyFile = given.text('key')
    const trusted = keyFile === undefined ? undefined : await readGivenKey(keyFile)
    const json = (await readGiven(file, mostBytes)).toString('utf8')
    const { receipt, texts, key, faults } = checkReceipt(json, suites, trusted)
    if (receipt) {
      const { row, says, cell, seal } = receipt
      terminal.say(`kernel.${row.log} (${row.cell}, ${row.id}), leaf ${cell.number} of its cell`)
      terminal.say(`${says.at} ${says.act}${says.by === null ? '' : ` by ${says.by}`}`)
      for (const [column, text] of Object.entries(texts ?? {})) terminal.say(`  ${column} = ${text}`)
      if (!texts) terminal.say('  what else stands in the row is proven by its hash alone: the row names others too')
      terminal.say(`sealed by seal ${seal.number} of ${seal.at}${key === undefined ? '' : `, key ${key}`}`)
    }
    for (const fault of faults) terminal.say(`✗ ${words[fault]}`)
    if (faults.length === 0) terminal.say('✓ it stood sealed as the receipt says')
    return faults.length === 0 ? 0 : 1
  },
}
