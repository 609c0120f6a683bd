package dev.holdfast.probes.wire.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Addresses written instead of names, in every spelling that a browser takes (WHATWG URL standard,
 * "IPv4 parser"): decimal, octal, hexadecimal, with fewer than four parts, in full-width digits.
 * Nobody asks a name server for them, and nobody else may read them in another way.
 */
final class LiteralAddress {
    private static final int MOST_PARTS = 4;

    private LiteralAddress() {}

    /** The host as browsers see it: compatible forms of characters replaced, in lower case. */
    static String canonical(String host) {
        String plain =
                Normalizer.normalize(host, Normalizer.Form.NFKC)
                        .replace('\u3002', '.')
                        .toLowerCase(Locale.ROOT);
        boolean bracketed = plain.startsWith("[") && plain.endsWith("]");
        return bracketed ? plain.substring(1, plain.length() - 1) : plain;
    }

    /**
     * The address that a canonical host is, or nothing when it is a name.
     *
     * @throws UnknownHostException when it ends in a number or has a colon and is no address
     */
    static Optional<InetAddress> of(String canonical) throws UnknownHostException {
        if (canonical.contains(":")) {
            try {
                return Optional.of(InetAddress.ofLiteral(canonical));
            } catch (IllegalArgumentException none) {
                throw new UnknownHostException("no IPv6 address");
            }
        }
        List<String> parts = new ArrayList<>(List.of(canonical.split("\\.", -1)));
        if (parts.size() > 1 && parts.getLast().isEmpty()) {
            parts.removeLast();
        }
        if (!number(parts.getLast())) {
            return Optional.empty();
        }
        byte @Nullable [] bytes = bytes(parts);
        if (bytes == null) {
            throw new UnknownHostException("no IPv4 address");
        }
        return Optional.of(InetAddress.getByAddress(bytes));
    }

    private static boolean number(String part) {
        return part.matches("[0-9]+|0x[0-9a-f]*");
    }

    private static byte @Nullable [] bytes(List<String> parts) {
        if (parts.size() > MOST_PARTS) {
            return null;
        }
        long address = 0;
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1;
            int bits = last ? Byte.SIZE * (MOST_PARTS - i) : Byte.SIZE;
            long value = value(parts.get(i));
            if (value < 0 || value >= (1L << bits)) {
                return null;
            }
            address |= last ? value : value << (Byte.SIZE * (MOST_PARTS - 1 - i));
        }
        return new byte[] {
            (byte) (address >> 24), (byte) (address >> 16), (byte) (address >> 8), (byte) address
        };
    }

    /** The number, or -1 when it is none or far too large. */
    private static long value(String part) {
        boolean hexadecimal = part.startsWith("0x");
        boolean octal = !hexadecimal && part.length() > 1 && part.startsWith("0");
        String digits = hexadecimal ? part.substring(2) : part;
        int radix = hexadecimal ? 16 : octal ? 8 : 10;
        if (!number(part)) {
            return -1;
        }
        try {
            return digits.isEmpty() ? 0 : Long.parseLong(digits, radix);
        } catch (NumberFormatException tooLarge) {
            return -1;
        }
    }
}
