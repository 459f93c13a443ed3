/** What a frame of an SSH session carries. */
export const FrameKind = {
  open: 0,
  stdin: 1,
  stdinEnd: 2,
  stdout: 3,
  stderr: 4,
  end: 5,
  refused: 6,
} as const;
export type FrameKind = (typeof FrameKind)[keyof typeof FrameKind];

const HEADER_BYTES = 5;

/** One byte of kind, four bytes of length (big endian), the payload. */
export function encodeFrame(kind: FrameKind, payload: Uint8Array = new Uint8Array()): Buffer {
  const frame = Buffer.allocUnsafe(HEADER_BYTES + payload.length);
  frame.writeUInt8(kind, 0);
  frame.writeUInt32BE(payload.length, 1);
  frame.set(payload, HEADER_BYTES);
  return frame;
}

/** @returns A function that takes chunks as they arrive and calls back once per complete frame. */
export function frameDecoder(onFrame: (kind: number, payload: Buffer) => void): (chunk: Uint8Array) => void {
  let pending = Buffer.alloc(0);
  return (chunk) => {
    pending = pending.length === 0 ? Buffer.from(chunk) : Buffer.concat([pending, chunk]);
    while (pending.length >= HEADER_BYTES) {
      const end = HEADER_BYTES + pending.readUInt32BE(1);
      if (pending.length < end) return;
      const kind = pending.readUInt8(0);
      const payload = pending.subarray(HEADER_BYTES, end);
      pending = pending.subarray(end);
      onFrame(kind, payload);
    }
  };
}
