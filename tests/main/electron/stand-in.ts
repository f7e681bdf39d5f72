import { EventEmitter } from 'node:events';
import { vi } from 'vitest';

type Listener = (...input: never[]) => unknown;

/** A process that the app forked, as the main process sees it. */
export class UtilityProcessStandIn extends EventEmitter {
  readonly sent: unknown[] = [];
  killed = false;
  postMessage(message: unknown): void {
    this.sent.push(message);
  }
  kill(): boolean {
    this.killed = true;
    this.emit('exit', 0);
    return true;
  }
}

/** A page, with the handlers that were put on it. */
export class WebContentsStandIn extends EventEmitter {
  readonly send = vi.fn();
  readonly printToPDF = vi.fn(async (_options: unknown) => Buffer.from('%PDF'));
  openHandler: ((details: { url: string }) => { action: string }) | null = null;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
}

const windows: BrowserWindowStandIn[] = [];

export class BrowserWindowStandIn extends EventEmitter {
  readonly webContents = new WebContentsStandIn();
  readonly options: Record<string, unknown>;
  loaded = '';
  shown = false;
  maximised = false;
  minimised = false;
  focused = 0;
  progress = -1;
  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
    windows.push(this);
  }
  async loadURL(address: string): Promise<void> {
    this.loaded = address;
  }
  show(): void {
    this.shown = true;
  }
  maximize(): void {
    this.maximised = true;
  }
  isMaximized(): boolean {
    return this.maximised;
  }
  isMinimized(): boolean {
    return this.minimised;
  }
  restore(): void {
    this.minimised = false;
  }
  focus(): void {
    this.focused += 1;
  }
  getNormalBounds(): unknown {
    const { x = 10, y = 20, width, height } = this.options;
    return { x, y, width, height };
  }
  setProgressBar(part: number): void {
    this.progress = part;
  }
  static watched: BrowserWindowStandIn | null = null;
  static getFocusedWindow(): BrowserWindowStandIn | null {
    return BrowserWindowStandIn.watched;
  }
  static getAllWindows(): readonly BrowserWindowStandIn[] {
    return windows;
  }
  static fromWebContents(contents: WebContentsStandIn): BrowserWindowStandIn | null {
    return windows.find((window) => window.webContents === contents) ?? null;
  }
}

/** A notification of the system's; `shown` are all there were. */
export class NotificationStandIn extends EventEmitter {
  static readonly shown: NotificationStandIn[] = [];
  readonly options: { readonly body: string };
  constructor(options: { readonly body: string }) {
    super();
    this.options = options;
  }
  show(): void {
    NotificationStandIn.shown.push(this);
  }
  static isSupported(): boolean {
    return true;
  }
}

/** A keychain that turns texts around; `rotated` plays a key that was replaced. */
export class SafeStorageStandIn {
  available = true;
  rotated = false;
  broken = false;
  backend = 'gnome_libsecret';
  async isAsyncEncryptionAvailable(): Promise<boolean> {
    return this.available;
  }
  getSelectedStorageBackend(): string {
    return this.backend;
  }
  async encryptStringAsync(text: string): Promise<Buffer> {
    return Buffer.from(`${this.rotated ? 'new' : 'old'}:${[...text].reverse().join('')}`);
  }
  async decryptStringAsync(encrypted: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> {
    if (this.broken) throw new Error('another key');
    const [key = '', text = ''] = encrypted.toString().split(':');
    return { result: [...text].reverse().join(''), shouldReEncrypt: this.rotated && key === 'old' };
  }
}

/** What stands in for the module `electron`, where its runtime cannot be had. Fresh for each test file. */
export function electronStandIn() {
  const handlers = new Map<string, Listener>();
  const exposed = new Map<string, unknown>();
  const processes: UtilityProcessStandIn[] = [];
  const protocolHandlers = new Map<string, (request: Request) => Promise<Response>>();
  const ipcRenderer = Object.assign(new EventEmitter(), {
    invoke: vi.fn(async (..._input: unknown[]) => null),
  });
  return {
    app: Object.assign(new EventEmitter(), {
      addRecentDocument: vi.fn(),
      setAboutPanelOptions: vi.fn(),
      showAboutPanel: vi.fn(),
      quit: vi.fn(),
      getVersion: () => '1.0.0',
      isPackaged: false,
      getAppPath: () => '/app',
    }),
    BrowserWindow: BrowserWindowStandIn,
    Notification: NotificationStandIn,
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] },
    dialog: {
      showOpenDialog: vi.fn(async () => ({ canceled: false, filePaths: ['/tmp/a.counterpart'] })),
      showSaveDialog: vi.fn(async () => ({ canceled: false, filePath: '/tmp/a.xlsx' })),
      showMessageBox: vi.fn(async (_options: unknown) => ({ response: 0 })),
      showErrorBox: vi.fn(),
    },
    Menu: { buildFromTemplate: vi.fn((template: unknown) => template), setApplicationMenu: vi.fn() },
    shell: {
      showItemInFolder: vi.fn(),
      openExternal: vi.fn(async (_address: string) => undefined),
      openPath: vi.fn(async (_path: string) => ''),
    },
    safeStorage: new SafeStorageStandIn(),
    ipcMain: { handle: (channel: string, handler: Listener) => void handlers.set(channel, handler) },
    ipcRenderer,
    contextBridge: { exposeInMainWorld: (name: string, value: unknown) => void exposed.set(name, value) },
    protocol: {
      registerSchemesAsPrivileged: vi.fn(),
      handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
        void protocolHandlers.set(scheme, handler),
    },
    utilityProcess: {
      fork: vi.fn((_path: string) => {
        const child = new UtilityProcessStandIn();
        processes.push(child);
        return child;
      }),
    },
    handlers,
    exposed,
    processes,
    protocolHandlers,
  };
}
