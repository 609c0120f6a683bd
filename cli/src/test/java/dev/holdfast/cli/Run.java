package dev.holdfast.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One command line run in this process, with what it said. */
record Run(int code, String out, String err) {

    static Run of(String... args) {
        return of(InputStream.nullInputStream(), args);
    }

    /** The same with something on stdin. */
    static Run of(InputStream in, String... args) {
        return of(System.getenv(), in, args);
    }

    /** The same with other environment variables. */
    static Run of(Map<String, String> environment, InputStream in, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code =
                Main.run(
                        environment,
                        in,
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        args);
        return new Run(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
