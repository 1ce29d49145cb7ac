/** What Chrome 87 and Safari 14 lack of what the libraries use. */
export {}
