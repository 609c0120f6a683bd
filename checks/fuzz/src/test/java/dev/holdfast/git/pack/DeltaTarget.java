package dev.holdfast.git.pack;

import dev.holdfast.fuzz.Target;
import java.util.List;

/** A delta makes what it says it makes, or is refused; nothing is written past that. */
public final class DeltaTarget implements Target {
    private static final int BASE = 64;
    private static final int LARGEST = 1 << 20;

    @Override
    public String name() {
        return "delta";
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                new byte[] {64, 64, (byte) 0x90, 64},
                new byte[] {64, 67, 3, 'a', 'b', 'c', (byte) 0x90, 64},
                new byte[] {64, 10, (byte) 0x91, 4, 10},
                new byte[] {64, (byte) 0x80, (byte) 0x80, 4, (byte) 0x80});
    }

    @Override
    public void run(byte[] input) {
        byte[] base = new byte[BASE];
        try {
            Delta delta = new Delta(input, input.length);
            long size = delta.resultSize();
            if (size < 0 || size > LARGEST) {
                return;
            }
            byte[] result = new byte[(int) size + Inflation.SPARE];
            int[] last = {0};
            delta.apply(
                    base,
                    base.length,
                    result,
                    (start, end) -> {
                        if (start < last[0] || end < start || end > size) {
                            throw new AssertionError(start + ".." + end + " of " + size);
                        }
                        last[0] = start;
                    });
        } catch (BrokenObjects told) {
            if (String.valueOf(told.getMessage()).isBlank()) {
                throw new AssertionError("it says nothing", told);
            }
        }
    }
}
