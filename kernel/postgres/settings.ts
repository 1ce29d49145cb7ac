import { totalmem } from 'node:os'

const MIB = 2 ** 20

/** Where the settings stand in the data folder; `ALTER SYSTEM` writes another file, which wins over this one. */
export const SETTINGS_FILE = 'launcher.conf'

/**
 * The settings of an embedded server on a machine with that much memory, as a configuration file.
 *
 * Nothing acknowledged is lost by a crash. The server's own log says what went wrong and when, never a person's values:
 * neither the statement nor the row an error is about.
 */
export function settingsText(memoryBytes = memory()): string {
  const settings = {
    max_connections: '100',
    password_encryption: 'scram-sha-256',
    ssl: 'off',
    timezone: 'Asia/Shanghai',

    shared_buffers: mib(memoryBytes / 8, 128, 2048),
    effective_cache_size: mib(memoryBytes / 2, 256, 65_536),
    maintenance_work_mem: mib(memoryBytes / 32, 64, 512),
    work_mem: '16MB',
    random_page_cost: '1.1',
    jit: 'off',

    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    wal_level: 'replica',
    max_wal_size: '4GB',
    min_wal_size: '256MB',
    checkpoint_timeout: '15min',

    logging_collector: 'on',
    log_directory: 'log',
    log_filename: 'postgresql-%a.log',
    log_rotation_age: '1d',
    log_rotation_size: '0',
    log_truncate_on_rotation: 'on',
    log_timezone: 'Asia/Shanghai',
    log_line_prefix: '%m [%p] ',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'\n`)
  return `# Written anew at every start. Change a setting by ALTER SYSTEM: what it writes is read after this file.\n${lines.join('')}`
}

/** What cannot be changed by any file: who may connect, and where. */
export function fixedSettings(port: number): string[] {
  const sockets = process.platform === 'win32' ? [] : ['-c', 'unix_socket_directories=']
  return ['-p', String(port), '-c', 'listen_addresses=127.0.0.1', ...sockets]
}

function memory(): number {
  const allowed = process.constrainedMemory()
  return allowed > 0 ? Math.min(allowed, totalmem()) : totalmem()
}

function mib(bytes: number, least: number, most: number): string {
  return `${Math.round(Math.min(Math.max(bytes / MIB, least), most))}MB`
}
