import { describe, expect, it } from 'vitest';
import { diskUse, diskUseText, isNearlyFull, parseDiskUse } from '../../../src/gateway/disk-use.ts';
import { createRemoteShell } from '../../../src/remote/remote-shell.ts';
import { localTransport } from '../remote/local-transport.ts';

const GiB = 1024 ** 3;
const shell = createRemoteShell([localTransport()]);
const disk = { mountPoint: '/data', totalBytes: 0.97 * GiB, usedBytes: 0.42 * GiB, freeBytes: 0.5 * GiB };

describe('the use of a disk', () => {
  it('is that of the disk which the path is on, as the machine tells it', async () => {
    const use = await diskUse(shell, '/tmp');
    expect(use.totalBytes).toBeGreaterThan(0);
    expect(use.usedBytes + use.freeBytes).toBeLessThanOrEqual(use.totalBytes);
    expect(use.mountPoint).toMatch(/^\//);
  });

  it('is refused in the words of the machine when there is no such path', async () => {
    await expect(diskUse(shell, '/no/such path')).rejects.toMatchObject({
      kind: 'failed',
      detail: expect.stringContaining('/no/such path'),
    });
  });

  it('is read from a line of df, also with blanks in the mount point', () => {
    expect(parseDiskUse('/dev/vdb 1000 400 550 43% /my data\n')).toEqual({
      mountPoint: '/my data',
      totalBytes: 1_024_000,
      usedBytes: 409_600,
      freeBytes: 563_200,
    });
    expect(parseDiskUse('')).toBeUndefined();
  });

  it('is told in gigabytes', () => {
    expect(diskUseText(disk)).toBe('0.4 of 1 GB used');
  });

  it('is nearly full with less than a tenth or 100 MiB left', () => {
    expect(isNearlyFull(disk)).toBe(false);
    expect(isNearlyFull({ ...disk, freeBytes: 0.09 * GiB })).toBe(true);
    const large = { ...disk, totalBytes: 50 * GiB };
    expect(isNearlyFull({ ...large, freeBytes: 4 * GiB })).toBe(true);
    expect(isNearlyFull({ ...large, freeBytes: 6 * GiB })).toBe(false);
  });
});
