package dev.holdfast.probes.wire.transport;

import dev.holdfast.probes.exchange.Body;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a body up to a limit; what is beyond is left where it is. */
final class BodyInput {
    private static final String BROKEN_OFF = "the answer broke off";
    private static final int BUFFER = 8192;
    private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]{1,15})[ \\t]*(?:;.*)?");

    private final LineInput input;
    private final int most;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean cut;

    BodyInput(LineInput input, int most) {
        this.input = input;
        this.most = most;
    }

    Body counted(long length) throws IOException {
        if (take(length) > 0) {
            throw brokenOff();
        }
        return new Body(kept.toByteArray(), cut);
    }

    Body rest() throws IOException {
        take(Long.MAX_VALUE);
        return new Body(kept.toByteArray(), cut);
    }

    Body chunked() throws IOException {
        while (!cut) {
            Matcher size = CHUNK.matcher(input.line(BROKEN_OFF));
            if (!size.matches()) {
                throw new NotHttp("the answer has a chunk without a size");
            }
            long length = Long.parseLong(size.group(1), 16);
            if (length == 0) {
                skipTrailer();
                break;
            }
            if (take(length) > 0) {
                throw brokenOff();
            }
            if (!cut && !input.line(BROKEN_OFF).isEmpty()) {
                throw new NotHttp("a chunk of the answer is longer than it says");
            }
        }
        return new Body(kept.toByteArray(), cut);
    }

    private void skipTrailer() throws IOException {
        while (!input.line(BROKEN_OFF).isEmpty()) {
            // The fields of a trailer say nothing that a probe looks at.
        }
    }

    /** Takes so many bytes; says how many were missing at the end. */
    private long take(long length) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = length;
        while (left > 0 && !cut) {
            int got = input.some(buffer, (int) Math.min(BUFFER, left));
            if (got < 0) {
                return left;
            }
            int room = Math.min(got, most - kept.size());
            kept.write(buffer, 0, room);
            cut = room < got;
            left -= got;
        }
        return 0;
    }

    private static NotHttp brokenOff() {
        return new NotHttp(BROKEN_OFF);
    }
}
