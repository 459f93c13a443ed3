import * as l10n from '@vscode/l10n';
import { unexpected } from './records.ts';

/** A device that asks to be paired with a gateway. Its words come from the device and may say anything. */
export interface DeviceRequest {
  /** Letters, digits, `.`, `_` and `-`. */
  readonly id: string;
  /** What the device calls itself, else its id. */
  readonly name: string;
  /** E.g. `MacIntel`; possibly empty. */
  readonly platform: string;
  /** `operator` for people, `node` for devices that do things. */
  readonly roles: readonly string[];
  /** E.g. `operator.admin`. */
  readonly scopes: readonly string[];
  /** Possibly empty. */
  readonly address: string;
  /** Milliseconds since the epoch. */
  readonly requestedAt?: number;
  /** It is paired already and asks for more, or anew. */
  readonly isKnown: boolean;
}

/** Reads what `openclaw devices list --json` printed. @throws Failure `badOutput` */
export function parseRequests(printed: string): DeviceRequest[] {
  const list = parseJson(printed);
  const pending = isObject(list) ? list['pending'] : undefined;
  if (!Array.isArray(pending)) throw unexpected(printed);
  return pending.filter(isObject).flatMap((request) => {
    const id = text(request['requestId']);
    return isPlain(id) ? [toRequest(id, request)] : [];
  });
}

/** The line with the cause, after one that only says that the command failed. */
const reasonMark = '[openclaw] Reason: ';

/** Why a command failed: OpenClaw complains in JSON on standard output, or in words on standard error. */
export function complaintOf(printed: string, told: string): string {
  const json = parseJson(printed);
  const error = isObject(json) ? json['error'] : undefined;
  const message = isObject(error) ? text(error['message']) : '';
  const lines = told.split('\n').map((line) => line.trim());
  const reason = lines.find((line) => line.startsWith(reasonMark))?.slice(reasonMark.length);
  return message || reason || lines.find((line) => line !== '') || l10n.t('OpenClaw did not say why.');
}

function toRequest(id: string, request: Readonly<Record<string, unknown>>): DeviceRequest {
  const at = request['ts'];
  return {
    id,
    name: text(request['displayName']) || text(request['clientId']) || text(request['deviceId']) || id,
    platform: text(request['platform']),
    roles: [...new Set([...texts(request['roles']), text(request['role'])])].filter((role) => role !== ''),
    scopes: texts(request['scopes']),
    address: text(request['remoteIp']),
    ...(typeof at === 'number' && { requestedAt: at }),
    isKnown: request['isRepair'] === true,
  };
}

/** Whether nothing in the word is special to a shell, and it is no option. */
export function isPlain(word: string): boolean {
  return /^\w[\w.-]{0,127}$/.test(word);
}

/** On one line, without what could make it look like something else: control characters, changes of direction, icons. */
function text(value: unknown): string {
  if (typeof value !== 'string') return '';
  return value
    .replace(/[\p{C}\s]+/gu, ' ')
    .replaceAll('$(', '(')
    .trim()
    .slice(0, 100);
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(text).filter((each) => each !== '') : [];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(printed: string): unknown {
  try {
    return JSON.parse(printed);
  } catch {
    return undefined;
  }
}
