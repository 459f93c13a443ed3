import { launchBrowser } from '../../scripts/vscode-host/browser.ts';
import { measureFrames } from './logs/frames.ts';
const browser = await launchBrowser();
console.log(await measureFrames(browser));
await browser.close();
