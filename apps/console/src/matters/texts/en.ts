export const en = {
  'state.returned': 'returned to the person',
  'state.reported': "awaiting the union's answer",
  'state.answered': "answered, awaiting the person's word",
  'state.settled': 'settled, says the person',
  'by.person': 'the person',
  'by.system': 'the system',
  'due.today': 'due today',
  'due.left': '{days} left',
  'due.late': '{days} overdue',
  'due.on': 'due {day}',
  'due.provisional': '(provisional)',
  'waiting.since': 'waiting for the person since {day}',
  'waiting.until':
    'The person has until {day}. There is nothing for you to do now; once they act, it comes back to your queue.',
  'waiting.until.here': 'The person has until {day}. Once they have proved themselves, you confirm it here.',
  'waiting.over.here':
    'The person had until {day}. It has not ended: they can still prove themselves at any time, and you then confirm it here. It is not overdue for the union and does not rise.',
  'waiting.over':
    'The person had until {day}. It has not ended: they can still act at any time, and it then comes back to your queue. It is not overdue for the union and does not rise.',
  'due.provisional.why': 'The holidays of that year are not published yet; the day may move a little when they are.',
  'matter.title': 'Matter',
  'matter.history': 'What happened',
  'matter.no_steps': 'There is nothing for you to do here now.',
  'matter.next': 'Next matter',
} as const
