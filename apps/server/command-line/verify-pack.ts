import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { suites } from '@gongqiao/kernel/crypto/suites.ts'
import { checkPack, type PackFault } from '@gongqiao/kernel/packs/check-pack.ts'
import { packMark } from '@gongqiao/kernel/packs/pack.ts'
import { type CliCommand, UsageFault } from './command.ts'

/** More than any pack has: a file of another kind is not read into memory. */
const mostBytes = 50 * 1024 * 1024

/** `gongqiao verify-pack`: whether a matter's evidence pack is what the installation made. Needs no database. */
export const verifyPack: CliCommand = {
  name: 'verify-pack',
  summary: 'Checks the data file of a matter’s record, on any machine.',
  takes: ['FILES…'],
  options: {},
  details: `The first file is the record (.json); further ones are its attachments, compared by name. Nothing is needed but the files.
The exit code is 1 when anything was changed since the installation signed it. Whose key signed is shown: compare it with
the key that installation shows for itself.`,
  async run({ words }, { terminal }) {
    const [file = '', ...others] = words
    const attachments = new Map<string, Buffer>()
    for (const other of others) attachments.set(basename(other), await read(other))
    const { pack, key, faults } = checkPack((await read(file)).toString('utf8'), suites, attachments)
    if (pack) {
      const { matter, made, history, attachments: listed } = pack.body
      terminal.say(`${matter.kindWords}: ${matter.title} (${matter.cell}-${matter.id})`)
      terminal.say(`${matter.unit} · ${matter.stateWords} · ${history.length} steps · ${listed.length} attachments`)
      terminal.say(`made ${made.at} at ${made.where} by ${made.by}`)
      terminal.say(`check code ${packMark(pack.seal.hash)}${key === undefined ? '' : ` · signed by key ${key}`}`)
      for (const name of attachments.keys())
        if (!listed.some((one) => one.name === name)) terminal.warn(`${name} is no attachment of this record`)
    }
    for (const fault of faults) terminal.say(`✗ ${inWords(fault)}`)
    if (faults.length === 0) terminal.say('✓ nothing was changed since it was signed')
    return faults.length === 0 ? 0 : 1
  },
}

async function read(file: string): Promise<Buffer> {
  let bytes: Buffer
  try {
    bytes = await readFile(file)
  } catch (cause) {
    throw new UsageFault(`${file} cannot be read`, { cause })
  }
  if (bytes.length > mostBytes) throw new UsageFault(`${file} is larger than any record`)
  return bytes
}

function inWords({ code, at }: PackFault): string {
  switch (code) {
    case 'unreadable':
      return 'this is no record of a matter, or it was cut'
    case 'suite_unknown':
      return `it was signed with the algorithms ${at}, which this version does not know`
    case 'history_changed':
      return `step ${at} is not what happened then, or a step before it was taken out`
    case 'body_changed':
      return 'something in it was changed after it was signed'
    case 'signature_wrong':
      return 'the signature is not by the key it names'
    case 'file_changed':
      return `${at} is not the file that was attached`
  }
}
