import { leftBehind, type WholeTable } from './tables.ts'

/** What a folder holds, in words for whoever reads it without this program. */
export function describeWhole(tables: readonly WholeTable[], opened: readonly string[]): string {
  const about = ({ name, words, columns, key }: WholeTable) =>
    [
      `## ${name}`,
      '',
      ...(words === '' ? [] : [words, '']),
      '| column | type | |',
      '|---|---|---|',
      ...columns.map((column) => `| ${column.name} | ${column.type} | ${column.words.replaceAll('|', '\\|')} |`),
      '',
      `Sorted by ${key.join(', ')}.`,
      '',
    ].join('\n')
  return `# Everything one installation holds

\`data/<table>.ndjson.gz\` has a table's rows: gzip, UTF-8, one JSON object a line, its columns by name. Days are
\`YYYY-MM-DD\`, instants ISO 8601 with zone, bytes \`\\x\` and hex. \`manifest.json\` has each table's rows and the SHA-256 of
its lines before compression.

${
  opened.length === 0
    ? 'Sealed columns stand as they are; they can be read with the master key of the installation only.'
    : `Sealed columns stand as they are, and once more in the clear, so that they can be read without the program and its keys:
${opened.map((file) => `- \`${file}\``).join('\n')}

**Whoever holds this folder holds the identity numbers and phones of everybody in it.** Keep it accordingly.`
}

\`files/\` has the sealed files by their hash. Filling another installation from this folder needs the same master key:
\`gongqiao import --all FOLDER\`.

Left behind, because it lives for minutes and begins anew by itself:
${Object.entries(leftBehind)
  .map(([table, why]) => `- ${table}: ${why}`)
  .join('\n')}

${tables.map(about).join('\n')}`
}
