import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeFrame, frameDecoder, FrameKind } from '../../flysim/frames.ts';

it('survives any split of the stream', () => {
  const payloads = fc.array(fc.uint8Array({ maxLength: 50 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(payloads, fc.integer({ min: 1, max: 20 }), (frames, chunkBytes) => {
      const stream = Buffer.concat(frames.map((payload) => encodeFrame(FrameKind.stdout, payload)));
      const seen: Uint8Array[] = [];
      const decode = frameDecoder((kind, payload) => {
        expect(kind).toBe(FrameKind.stdout);
        seen.push(Uint8Array.from(payload));
      });
      for (let at = 0; at < stream.length; at += chunkBytes) decode(stream.subarray(at, at + chunkBytes));
      expect(seen).toEqual(frames);
    }),
  );
});
