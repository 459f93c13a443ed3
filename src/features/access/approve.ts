import * as vscode from 'vscode';
import type { Machine } from '../../fly/model.ts';
import type { DeviceRequest } from '../../gateway/device-requests.ts';
import { approveDevice, approveSender, listDeviceRequests, parseSenderCode } from '../../gateway/devices.ts';
import type { Services } from '../common/services.ts';
import { momentLabel } from '../common/words.ts';

type Parts = Pick<Services, 'actions' | 'shell'>;

const toldMs = 8_000;

/** Lets the user choose one of the devices that ask to be paired with the machine's gateway, and approves it. */
export async function chooseDevice({ actions, shell }: Parts, machine: Machine): Promise<void> {
  const { app } = machine;
  const remote = shell(machine);
  const title = vscode.l10n.t('Asking {0} which devices wait for approval', app);
  const listed = await actions.run({ title }, ({ signal }) =>
    listDeviceRequests(remote, machine, { signal }),
  );
  if (listed.status !== 'ok') return;
  const request = await pick(app, listed.value);
  if (!request || !(await isConfirmed(app, request))) return;
  const approved = await actions.run(
    { title: vscode.l10n.t('Approving {0} for {1}', request.name, app) },
    ({ signal }) => approveDevice(remote, machine, request, { signal }),
  );
  if (approved.status !== 'ok') return;
  vscode.window.setStatusBarMessage(vscode.l10n.t('{0} is paired with {1}.', request.name, app), toldMs);
}

/** Approves a person by the code that the gateway's bot gave them. */
export async function approveByCode({ actions, shell }: Parts, machine: Machine): Promise<void> {
  const { app } = machine;
  const written = await vscode.window.showInputBox({
    title: vscode.l10n.t('Approve a sender for {0}', app),
    prompt: vscode.l10n.t(
      'The channel and the code that the bot answered them with; the whole command can be pasted.',
    ),
    placeHolder: 'openclaw pairing approve telegram ABCD2345',
    ignoreFocusOut: true,
    validateInput: (text) =>
      text === '' || parseSenderCode(text)
        ? undefined
        : vscode.l10n.t('Type a channel and a code of eight characters, e.g. {0}.', 'telegram ABCD2345'),
  });
  const sender = parseSenderCode(written ?? '');
  if (!sender) return;
  const title = vscode.l10n.t('Approving {0} on {1} for {2}', sender.code, sender.channel, app);
  const approved = await actions.run({ title }, ({ signal }) =>
    approveSender(shell(machine), machine, sender, { signal }),
  );
  if (approved.status !== 'ok') return;
  const told = vscode.l10n.t('The sender with the code {0} may write to {1}.', sender.code, app);
  vscode.window.setStatusBarMessage(told, toldMs);
}

async function pick(app: string, requests: readonly DeviceRequest[]): Promise<DeviceRequest | undefined> {
  if (requests.length === 0) {
    const told = vscode.l10n.t(
      'No device waits for approval by {0}. Open its Control UI on the device first, and sign in with the gateway token.',
      app,
    );
    void vscode.window.showInformationMessage(told);
    return undefined;
  }
  const items = requests.map((request) => ({
    label: request.name,
    description: [request.platform, request.roles.join(', ')].filter(Boolean).join(' · '),
    detail: describe(request),
    request,
  }));
  const placeHolder = vscode.l10n.t('Device to approve for {0}', app);
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDetail: true }))?.request;
}

/** Whoever knows the token can ask, and calls the device what they like: the rights and the place tell more. */
async function isConfirmed(app: string, request: DeviceRequest): Promise<boolean> {
  const question = vscode.l10n.t('Approve {0} for {1}?', request.name, app);
  const rights = [...request.roles, ...request.scopes].join(', ');
  const detail = [
    describe(request),
    rights && vscode.l10n.t('It asks for: {0}', rights),
    vscode.l10n.t('Approve it only if you have just opened the Control UI there.'),
  ];
  const button = vscode.l10n.t('Approve');
  const options = { modal: true, detail: detail.filter(Boolean).join('\n') };
  return (await vscode.window.showWarningMessage(question, options, button)) === button;
}

function describe({ id, address, requestedAt, isKnown }: DeviceRequest): string {
  const words = [
    requestedAt === undefined ? '' : vscode.l10n.t('asked {0}', momentLabel(requestedAt)),
    address && vscode.l10n.t('from {0}', address),
    isKnown ? vscode.l10n.t('paired before') : vscode.l10n.t('new'),
    vscode.l10n.t('request {0}', id),
  ];
  return words.filter(Boolean).join(' · ');
}
