/**
 * Stands in for `@vscode/spdlog`, a native module that VS Code's server writes its logs with. The package ships as C++
 * source only; this keeps its interface and file format, so that no compiler is needed.
 */
import fs from 'node:fs';
import path from 'node:path';

const levelNames = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'];
const open = new Set();

const two = (number) => String(number).padStart(2, '0');

/** The parts of spdlog's pattern language that VS Code uses. */
const fields = {
  Y: ({ time }) => time.getFullYear(),
  m: ({ time }) => two(time.getMonth() + 1),
  d: ({ time }) => two(time.getDate()),
  H: ({ time }) => two(time.getHours()),
  M: ({ time }) => two(time.getMinutes()),
  S: ({ time }) => two(time.getSeconds()),
  e: ({ time }) => String(time.getMilliseconds()).padStart(3, '0'),
  l: ({ level }) => levelNames[level],
  v: ({ message }) => message,
};

class Logger {
  #level = 2;
  #pattern = '[%Y-%m-%d %H:%M:%S.%e] [%l] %v';
  #lineEnd = '\n';
  #pending = '';
  #size;
  #descriptor;

  constructor(_type, _name, file, maxBytes, maxFiles) {
    this.file = file;
    this.maxBytes = maxBytes;
    this.maxFiles = maxFiles;
    this.#open();
    open.add(this);
  }

  getLevel() {
    return this.#level;
  }

  setLevel(level) {
    this.#level = level;
  }

  setPattern(pattern) {
    this.#pattern = pattern;
    this.#lineEnd = '\n';
  }

  /** From here on messages are written as they are, without a line end. */
  clearFormatters() {
    this.#pattern = '%v';
    this.#lineEnd = '';
  }

  log(level, message) {
    if (level < this.#level || this.#descriptor === undefined) return;
    if (this.#pending === '') setImmediate(() => this.flush());
    const time = new Date();
    const known = (match, field) => fields[field]?.({ time, level, message }) ?? match;
    this.#pending += this.#pattern.replace(/%(\w)/g, known) + this.#lineEnd;
  }

  flush() {
    if (this.#pending === '' || this.#descriptor === undefined) return;
    const text = this.#pending;
    this.#pending = '';
    this.#size += fs.writeSync(this.#descriptor, text);
    if (this.#size > this.maxBytes) this.#rotate();
  }

  drop() {
    this.flush();
    this.#close();
    open.delete(this);
  }

  #open() {
    this.#descriptor = fs.openSync(this.file, 'a');
    this.#size = fs.fstatSync(this.#descriptor).size;
  }

  #close() {
    if (this.#descriptor !== undefined) fs.closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }

  /** `name.log` becomes `name.1.log`, that one `name.2.log`, and so on up to the number of files. */
  #rotate() {
    this.#close();
    const { dir, name, ext } = path.parse(this.file);
    const numbered = (index) => (index === 0 ? this.file : path.join(dir, `${name}.${index}${ext}`));
    for (let index = this.maxFiles; index > 0; index--) {
      if (fs.existsSync(numbered(index - 1))) fs.renameSync(numbered(index - 1), numbered(index));
    }
    this.#open();
  }
}

for (const [level, name] of ['trace', 'debug', 'info', 'warn', 'error', 'critical'].entries()) {
  Logger.prototype[name] = function (message) {
    this.log(level, message);
  };
}

process.on('exit', () => {
  for (const logger of open) logger.flush();
});

async function createLogger(type, name, file, maxBytes, maxFiles) {
  await fs.promises.mkdir(path.dirname(file), { recursive: true });
  return new Logger(type, name, file, maxBytes, maxFiles);
}

export { Logger };

/** The version of spdlog that the native module reports. */
export const version = 11500;

export function setLevel(level) {
  for (const logger of open) logger.setLevel(level);
}

/** Everything is written at the next turn of the event loop and when the process ends, whatever its level. */
export function setFlushOn() {}

export const createRotatingLogger = (...args) => createLogger('rotating', ...args);
export const createAsyncRotatingLogger = (...args) => createLogger('rotating_async', ...args);
