import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { AppEvent } from '#shared/contract.ts';
import type { Door } from '#shared/door.ts';
import type { Result } from '#shared/result.ts';
import { channels } from './channels.ts';

/** The window's door: exactly these calls, nothing of Electron itself. */
const door: Door = {
  host: {
    kind: 'electron',
    chooseProject: () => ipcRenderer.invoke(channels.chooseProject) as Promise<string | null>,
    chooseRecords: () => ipcRenderer.invoke(channels.chooseRecords) as Promise<string | null>,
    pathOf: async (file) => webUtils.getPathForFile(file as File),
    chooseSavePath: (name) => ipcRenderer.invoke(channels.chooseSavePath, name) as Promise<string | null>,
    savePdf: (name, paper) =>
      ipcRenderer.invoke(channels.savePdf, name, paper) as Promise<Result<string | null>>,
    showCommands: (commands) => ipcRenderer.invoke(channels.showCommands, commands) as Promise<void>,
    onCommand: (listener) => subscribe(channels.command, (payload) => listener(String(payload))),
    showGuide: () => ipcRenderer.invoke(channels.showGuide) as Promise<void>,
    showFile: (path) => ipcRenderer.invoke(channels.showFile, path) as Promise<void>,
  },
  call: (method, input) => ipcRenderer.invoke(channels.call, method, input) as Promise<Result<unknown>>,
  onEvent: (listener) => subscribe(channels.event, (payload) => listener(payload as AppEvent)),
  onConnection: (listener) => {
    listener(true);
    return subscribe(channels.connection, (payload) => listener(payload === true));
  },
};

function subscribe(channel: string, listener: (payload: unknown) => void): () => void {
  const handler = (_event: unknown, payload: unknown) => listener(payload);
  ipcRenderer.on(channel, handler);
  return () => {
    ipcRenderer.off(channel, handler);
  };
}

contextBridge.exposeInMainWorld('counterpart', door);
