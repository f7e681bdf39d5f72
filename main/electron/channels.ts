/** The only messages between the window and the main process. */
export const channels = {
  call: 'counterpart:call',
  event: 'counterpart:event',
  connection: 'counterpart:connection',
  chooseProject: 'counterpart:choose-project',
  chooseRecords: 'counterpart:choose-records',
  chooseSavePath: 'counterpart:choose-save-path',
  savePdf: 'counterpart:save-pdf',
  showCommands: 'counterpart:show-commands',
  command: 'counterpart:command',
  showGuide: 'counterpart:show-guide',
  showFile: 'counterpart:show-file',
} as const;
