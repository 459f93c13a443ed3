import * as vscode from 'vscode';

/** A region would filter what flyctl shows; FLY_JSON is for programs; in a terminal, flyctl would first update itself. */
const env = { FLY_REGION: null, FLY_JSON: null, FLY_NO_UPDATE_CHECK: '1' };

/** Runs flyctl in a terminal, where the user sees and answers it. @param flyctl The path of the executable */
export function openFlyctlTerminal(
  flyctl: string,
  { name, icon, args }: { readonly name: string; readonly icon: string; readonly args: readonly string[] },
): void {
  const terminal = vscode.window.createTerminal({
    name,
    shellPath: flyctl,
    shellArgs: [...args],
    env,
    iconPath: new vscode.ThemeIcon(icon),
    isTransient: true,
  });
  terminal.show();
}
