/** Unpacks the Chromium of `@sparticuz/chromium`, with the libraries that it needs, into the folder `TMPDIR`. */
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium, { inflate } from '@sparticuz/chromium';

const archives = new URL('../bin/', import.meta.resolve('@sparticuz/chromium'));
await chromium.executablePath();
await inflate(fileURLToPath(new URL('al2023.tar.br', archives)));

/** For machines without any font configuration. The fonts are found by a path relative to this file. */
const fonts = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
writeFileSync(join(tmpdir(), 'fonts.conf'), fonts);
