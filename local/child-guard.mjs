// Loaded before a child's own program: it ends in good order when it is told to, also on Windows,
// and when whoever started it has died without a word.
const end = () => {
  if (process.listenerCount('SIGTERM') > 0) process.emit('SIGTERM', 'SIGTERM')
  else process.exit(0)
}

process.on('message', (message) => {
  if (message === 'stop') end()
})
process.on('disconnect', end)
process.channel?.unref()
