import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../main/built.ts';
import { compileCache } from '../support/compile-cache.ts';

/** A program of ours in a process of its own, its words collected. */
export interface Program {
  readonly process: ChildProcess;
  /** What it has said on stdout so far. */
  said(): string;
  /** What it has said on stderr so far. */
  complained(): string;
  /** Waits until it has said something that matches; gives the match. */
  until(pattern: RegExp): Promise<RegExpMatchArray>;
  /** Ends it: politely, or as a power cut would. Gives its exit code. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

/** A folder that a program takes for the person's home, and the way to be rid of it. */
export interface Home {
  readonly path: string;
  remove(): void;
}

/** A home of the test's own, so that no test meets another's projects. */
export function newHome(): Home {
  const path = mkdtempSync(join(tmpdir(), 'counterpart-e2e-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Runs one of our entry files on this Node, with nothing of the environment's own connections. */
export function launch(entry: string, args: readonly string[], env: Record<string, string>): Program {
  const child = spawn(process.execPath, [join(root, entry), ...args], {
    cwd: root,
    env: { ...basicEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (data) => {
    output += String(data);
  });
  child.stderr.on('data', (data) => {
    errors += String(data);
  });
  return {
    process: child,
    said: () => output,
    complained: () => errors,
    async until(pattern) {
      for (let tries = 0; tries < 4_800; tries++) {
        const match = output.match(pattern);
        if (match !== null) return match;
        if (child.exitCode !== null) break;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`Never said ${pattern}. It said:\n${output}\n${errors}`);
    },
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}

/** Starts the app's browser door in this home; gives the program and the address that opens it. */
export async function startApp(
  home: string,
  env: Record<string, string> = {},
): Promise<{ program: Program; address: string }> {
  const program = launch('main/start.ts', ['--no-open'], { COUNTERPART_HOME: home, ...env });
  const [, address] = await program.until(/(http:\/\/127\.0\.0\.1:\d+\/\?key=\S+)/);
  return { program, address: address ?? '' };
}

/** What a command of the command line came to. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command of the command line to its end. */
export function counterpart(args: readonly string[], env: Record<string, string>): Promise<Outcome> {
  return runToEnd([join(root, 'main/cli/main.ts'), ...args], env);
}

/** Runs a file of module code on this Node to its end, as a program of its own. */
export function runFile(file: string, args: readonly string[] = []): Promise<Outcome> {
  return runToEnd([file, ...args], {});
}

async function runToEnd(args: readonly string[], env: Record<string, string>): Promise<Outcome> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...basicEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data) => {
    stdout += String(data);
  });
  child.stderr.on('data', (data) => {
    stderr += String(data);
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}

/** What a program needs of the surroundings; none of the connections that the person may have set. */
function basicEnvironment(): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    COUNTERPART_AUTHOR: 'Test Person',
    NODE_COMPILE_CACHE: compileCache,
  };
}
