package dev.holdfast.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Standard output. Knows when its reader has left: {@code holdfast explain | head -1}. */
final class StandardOutput extends PrintStream {
    private final Pipe pipe;

    /** Writes to that stream, usually the one of {@link #ofProcess()}. */
    StandardOutput(OutputStream to) {
        this(new Pipe(to));
    }

    private StandardOutput(Pipe pipe) {
        super(pipe, false, StandardCharsets.UTF_8);
        this.pipe = pipe;
    }

    static StandardOutput ofProcess() {
        return new StandardOutput(new FileOutputStream(FileDescriptor.out));
    }

    /** Whether the reader closed its end, having seen what it wanted to see. */
    boolean readerLeft() {
        return pipe.broken;
    }

    private static final class Pipe extends FilterOutputStream {
        private boolean broken;

        Pipe(OutputStream to) {
            super(to);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException failed) {
                // The JDK has no type of its own for EPIPE; this is the text of the C library.
                broken |= "Broken pipe".equals(failed.getMessage());
                throw failed;
            }
        }
    }
}
