package dev.holdfast.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Small changes to an input. */
final class Changes {
    private static final int[] TELLING = {0, 1, 0x7F, 0x80, 0xFF, '\\', '"', '\'', '\n', '=', '%'};

    private Changes() {}

    static byte[] changed(byte[] input, List<byte[]> others, Random random) {
        int at = input.length == 0 ? 0 : random.nextInt(input.length);
        switch (random.nextInt(6)) {
            case 0 -> {
                return Arrays.copyOf(input, at);
            }
            case 1 -> {
                return joined(
                        input, at, input, input.length == 0 ? 0 : random.nextInt(input.length));
            }
            case 2 -> {
                byte[] other = others.get(random.nextInt(others.size()));
                return joined(input, at, other, random.nextInt(other.length + 1));
            }
            case 3 -> {
                byte[] one = {(byte) random.nextInt(256)};
                return joined(joined(input, at, one, 0), at + 1, input, at);
            }
            default -> {
                byte[] other = input.clone();
                if (other.length > 0) {
                    other[at] =
                            (byte)
                                    (random.nextBoolean()
                                            ? TELLING[random.nextInt(TELLING.length)]
                                            : other[at] ^ 1 << random.nextInt(8));
                }
                return other;
            }
        }
    }

    private static byte[] joined(byte[] one, int end, byte[] other, int start) {
        byte[] all = Arrays.copyOf(one, Math.min(end, one.length) + other.length - start);
        System.arraycopy(other, start, all, Math.min(end, one.length), other.length - start);
        return all;
    }
}
