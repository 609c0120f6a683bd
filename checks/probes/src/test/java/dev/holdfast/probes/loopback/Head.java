package dev.holdfast.probes.loopback;

import dev.holdfast.probes.exchange.Field;
import dev.holdfast.probes.exchange.Fields;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The first line and the fields of a message, read from a stream. */
record Head(String first, Fields fields) {

    static Head read(InputStream in) throws IOException {
        String first = line(in);
        List<Field> fields = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            fields.add(new Field(line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return new Head(first, new Fields(fields));
    }

    int length() {
        return fields.first("Content-Length").map(Integer::parseInt).orElse(0);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("a message that ends in its head");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
