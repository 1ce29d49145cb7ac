/** A mail address as a list shows it: its first letter, and where it is. */
export function maskMail(mail: string): string {
  const at = mail.lastIndexOf('@')
  return `${mail.slice(0, 1)}***${mail.slice(at)}`
}

/** Whether a text has the shape of a mail address. */
export function isMail(text: string): boolean {
  return text.length <= 120 && /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(text)
}
