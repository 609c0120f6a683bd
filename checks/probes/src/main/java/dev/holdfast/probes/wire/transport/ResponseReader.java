package dev.holdfast.probes.wire.transport;

import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Field;
import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.exchange.Response;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one final HTTP/1.1 response (RFC 9112) from a connection that is closed after it. */
final class ResponseReader {
    private static final int MOST_INTERIM = 16;
    private static final int MOST_FIELDS = 1_000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[0-9] ([1-9][0-9]{2})(?: .*)?");
    private static final Field NO_FIELD = new Field("", "");
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private final LineInput input;
    private final String method;

    ResponseReader(InputStream bytes, String method) {
        this.input = new LineInput(new BufferedInputStream(bytes));
        this.method = method;
    }

    /**
     * The response after all interim ones.
     *
     * @throws NotHttp when it is none, or not a whole one
     */
    Response read() throws IOException {
        for (int i = 0; i < MOST_INTERIM; i++) {
            int status = status();
            Fields fields = fields();
            if (status / 100 != 1 || status == 101) {
                return new Response(status, fields, body(status, fields));
            }
        }
        throw new NotHttp("there were only interim answers");
    }

    private int status() throws IOException {
        String line = input.line("there was no answer before the connection was closed");
        Matcher status = STATUS.matcher(line);
        if (!status.matches()) {
            throw new NotHttp("the answer does not begin with a status line of HTTP/1");
        }
        return Integer.parseInt(status.group(1));
    }

    private Fields fields() throws IOException {
        List<Field> fields = new ArrayList<>();
        for (String line = next(); !line.isEmpty(); line = next()) {
            if (line.startsWith(" ") || line.startsWith("\t")) {
                fold(fields, line);
                continue;
            }
            if (fields.size() == MOST_FIELDS) {
                throw new NotHttp("the answer has more than " + MOST_FIELDS + " header fields");
            }
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).strip();
            // White space before the colon is passed over, and a line that is no field is ignored,
            // as browsers do both: what they do not see protects nobody.
            fields.add(
                    NAME.matcher(name).matches()
                            ? new Field(name, line.substring(colon + 1).strip())
                            : NO_FIELD);
        }
        return new Fields(fields.stream().filter(each -> !each.equals(NO_FIELD)).toList());
    }

    private String next() throws IOException {
        return input.line("the answer broke off in its header");
    }

    // RFC 9112, section 5.2: a folded line belongs to the one before.
    private static void fold(List<Field> fields, String line) {
        if (fields.isEmpty()) {
            fields.add(NO_FIELD);
            return;
        }
        Field last = fields.removeLast();
        fields.add(
                last.equals(NO_FIELD)
                        ? NO_FIELD
                        : new Field(last.name(), (last.value() + " " + line.strip()).strip()));
    }

    // RFC 9112, section 6.3.
    private Body body(int status, Fields fields) throws IOException {
        boolean none = method.equals("HEAD") || status == 204 || status == 304 || status == 101;
        if (none) {
            return Body.EMPTY;
        }
        BodyInput body = new BodyInput(input, OkHttpTransport.MOST_BODY);
        String coding = fields.combined("Transfer-Encoding").orElse("").strip();
        if (coding.equalsIgnoreCase("chunked")) {
            return body.chunked();
        }
        if (!coding.isEmpty()) {
            throw new NotHttp("the answer has a transfer coding that nobody asked for");
        }
        List<String> lengths = fields.all("Content-Length").stream().distinct().toList();
        if (lengths.size() > 1) {
            throw new NotHttp("the answer has several lengths");
        }
        // One that is no number is as good as none, for browsers too.
        if (lengths.isEmpty() || !lengths.getFirst().matches("[0-9]{1,18}")) {
            return body.rest();
        }
        return body.counted(Long.parseLong(lengths.getFirst()));
    }
}
