import {
  everything,
  type FromLogView,
  type LogQuery,
  type LogSelection,
  logLevels,
  logSteps,
  type LogSubject,
} from './logs.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Reads a message of the view. @returns `undefined` when it is none. */
export function parseFromLogView(value: unknown): FromLogView | undefined {
  if (!isObject(value)) return undefined;
  const { type, revision } = value;
  switch (type) {
    case 'clear':
    case 'reconnect':
    case 'openInTerminal':
      return { type };
    case 'ready':
    case 'query':
      return isCount(revision) ? { type, revision, query: parseQuery(value['query']) } : undefined;
    case 'watch':
    case 'find':
    case 'locate':
      return isCount(revision) ? parseLook(type, revision, value) : undefined;
    case 'copy':
    case 'save':
    case 'openInEditor':
      return parseTaking(type, value);
    case 'reveal':
    case 'act':
      return isId(value['id']) ? { type, id: value['id'] } : undefined;
    case 'origin':
    case 'step':
      return parseChoice(value);
    default:
      return undefined;
  }
}

/** Reads the subject out of a kept state. @returns `undefined` when there is none. */
export function parseSubject(state: unknown): LogSubject | undefined {
  const subject = isObject(state) ? state['subject'] : undefined;
  if (!isObject(subject)) return undefined;
  const { app, title, machine } = subject;
  if (typeof app !== 'string' || typeof title !== 'string' || app === '') return undefined;
  return { app, title, ...(typeof machine === 'string' && { machine }) };
}

/** What is missing or wrong lets everything through. */
function parseQuery(value: unknown): LogQuery {
  if (!isObject(value)) return everything;
  const { text, isRegex, matchCase, invert, findOnly } = value;
  const hidden = isObject(value['hidden']) ? value['hidden'] : {};
  const levels = strings(hidden['levels']);
  return {
    text: typeof text === 'string' ? text : '',
    isRegex: isRegex === true,
    matchCase: matchCase === true,
    invert: invert === true,
    findOnly: findOnly === true,
    hidden: {
      levels: logLevels.filter((level) => levels.includes(level)),
      machines: strings(hidden['machines']),
      regions: strings(hidden['regions']),
      sources: strings(hidden['sources']),
    },
  };
}

function parseLook(
  type: 'watch' | 'find' | 'locate',
  revision: number,
  { from, to, id, following, direction }: Fields,
): FromLogView | undefined {
  if (type === 'locate') return isId(id) ? { type, revision, id } : undefined;
  if (type === 'watch') {
    const isRange = isCount(from) && isCount(to) && from <= to;
    return isRange ? { type, revision, from, to, following: following === true } : undefined;
  }
  if (direction !== 'next' && direction !== 'previous') return undefined;
  return typeof from === 'number' && Number.isInteger(from) ? { type, revision, from, direction } : undefined;
}

function parseTaking(type: 'copy' | 'save' | 'openInEditor', value: Fields): FromLogView | undefined {
  const selection = parseSelection(value['selection']);
  if (!selection) return undefined;
  if (type !== 'copy') return { type, selection };
  const { as } = value;
  return as === 'text' || as === 'json' ? { type, selection, as } : undefined;
}

function parseSelection(value: unknown): LogSelection | undefined {
  if (value === 'shown' || value === 'all') return value;
  if (!isObject(value)) return undefined;
  const { from, to } = value;
  return isCount(from) && isCount(to) && from <= to ? { from, to } : undefined;
}

function parseChoice({ type, origin, step }: Fields): FromLogView | undefined {
  if (type === 'origin') return origin === 'fly' || origin === 'gateway' ? { type, origin } : undefined;
  const known = logSteps.find((candidate) => candidate === step);
  return known && { type: 'step', step: known };
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function isId(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
