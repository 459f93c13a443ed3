/**
 * Paths of the machine, as texts. Takes time in proportion to their length, unlike `posix.normalize` of Node, which takes
 * minutes for the longest that a file can hold.
 */
export function isAbsolute(path: string): boolean {
  return path.startsWith('/');
}

/** The segments that count: `.` and what `..` takes back left out. A relative path may begin with `..`. */
export function segmentsOf(path: string): readonly string[] {
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    const canGoBack = segments.length > 0 && segments.at(-1) !== '..';
    if (segment !== '..') segments.push(segment);
    else if (canGoBack) segments.pop();
    else if (!isAbsolute(path)) segments.push(segment);
  }
  return segments;
}

/** Whether the absolute path is the folder or in it. */
export function isInside(path: string, folder: string): boolean {
  const segments = segmentsOf(path);
  return segmentsOf(folder).every((segment, index) => segments[index] === segment);
}

const systemFolders = new Set('bin boot dev etc lib lib64 proc run sbin sys usr'.split(' '));

/** Whether the path leads to the system itself, where no configuration and no workspace lies. */
export function isOfSystem(path: string): boolean {
  return isAbsolute(path) && systemFolders.has(segmentsOf(path)[0] ?? '');
}
