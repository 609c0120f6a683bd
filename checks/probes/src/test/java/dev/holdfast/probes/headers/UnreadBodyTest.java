package dev.holdfast.probes.headers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.headers.answer.Answer;
import dev.holdfast.probes.headers.profile.Demands;
import dev.holdfast.probes.target.RouteClass;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that nobody read is never called clean. */
class UnreadBodyTest {
    private static final String INTEGRITY = "headers.subresource-integrity";
    private static final String DETAILS = "headers.error-details";
    private static final String FOREIGN =
            "<!doctype html><title>t</title><script src=https://cdn.other.test/x.js></script>";
    private static final String CLEAN = "<!doctype html><title>t</title><p>hello";
    private static final String TRACE = "Traceback (most recent call last):\n  File x";

    @Test
    void readsGzip() throws IOException {
        assertEquals(Outcome.FAIL, page("gzip", "utf-8", gzip(FOREIGN), false));
        assertEquals(Outcome.PASS, page("gzip", "utf-8", gzip(CLEAN), false));
        assertEquals(Outcome.FAIL, error("gzip", gzip(TRACE), false));
        assertEquals(Outcome.PASS, error("gzip", gzip("no"), false));
    }

    @Test
    void readsDeflate() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream deflate = new DeflaterOutputStream(out)) {
            deflate.write(FOREIGN.getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(Outcome.FAIL, page("deflate", "utf-8", out.toByteArray(), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "gzip, gzip", "x-odd"})
    void saysUnknownOfOtherCodings(String coding) throws IOException {
        byte[] bytes = gzip(FOREIGN);
        assertEquals(Outcome.UNKNOWN, page(coding, "utf-8", bytes, false));
        assertEquals(Outcome.UNKNOWN, error(coding, bytes, false));
    }

    @Test
    void readsRecordingWhoseCodingWasUndone() {
        byte[] bytes = CLEAN.getBytes(StandardCharsets.UTF_8);
        assertEquals(Outcome.PASS, page("br", "utf-8", bytes, false));
    }

    @Test
    void saysUnknownOfBodyThatWasCut() throws IOException {
        byte[] clean = CLEAN.getBytes(StandardCharsets.UTF_8);
        assertEquals(Outcome.UNKNOWN, page("", "utf-8", clean, true));
        assertEquals(Outcome.UNKNOWN, error("", clean, true));
        assertEquals(
                Outcome.FAIL, page("", "utf-8", FOREIGN.getBytes(StandardCharsets.UTF_8), true));
        byte[] whole = gzip(CLEAN.repeat(50));
        byte[] half = Arrays.copyOf(whole, whole.length - 12);
        assertEquals(Outcome.UNKNOWN, page("gzip", "utf-8", half, false));
    }

    @Test
    void saysUnknownOfPageThatUnpacksToMoreThanIsKept() throws IOException {
        assertEquals(
                Outcome.UNKNOWN, page("gzip", "utf-8", gzip(CLEAN + " ".repeat(5_000_000)), false));
    }

    @Test
    void readsOtherCharsets() {
        byte[] wide = FOREIGN.getBytes(StandardCharsets.UTF_16LE);
        assertEquals(Outcome.FAIL, page("", "utf-16", wide, false));
        byte[] marked = ("\uFEFF" + FOREIGN).getBytes(StandardCharsets.UTF_16BE);
        assertEquals(Outcome.FAIL, page("", "utf-8", marked, false));
        assertEquals(
                Outcome.PASS, page("", "utf-16", CLEAN.getBytes(StandardCharsets.UTF_16LE), false));
        assertEquals(
                Outcome.UNKNOWN,
                page("", "x-unheard-of", CLEAN.getBytes(StandardCharsets.UTF_8), false));
    }

    @Test
    void readsOldCharsets() {
        byte[] bytes = FOREIGN.getBytes(StandardCharsets.UTF_8);
        for (String charset : List.of("shift_jis", "windows-1252", "iso-8859-15", "gbk")) {
            assertEquals(Outcome.FAIL, page("", charset, bytes, false), charset);
        }
        // Browsers know none of these and guess.
        for (String charset : List.of("utf-32", "cesu-8", "ibm037", "iso-2022-jp")) {
            byte[] clean = CLEAN.getBytes(StandardCharsets.UTF_8);
            assertEquals(Outcome.FAIL, page("", charset, bytes, false), charset);
            assertEquals(Outcome.UNKNOWN, page("", charset, clean, false), charset);
        }
    }

    @Test
    void findsTraceFarBehindTheBeginning() {
        byte[] far = ("x".repeat(300_000) + "\n" + TRACE).getBytes(StandardCharsets.UTF_8);
        assertEquals(Outcome.FAIL, error("", far, false));
    }

    @Test
    void takesAnyBytesForBody() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        byte[] packed = gzip(FOREIGN.repeat(20));
        for (int i = 0; i < 500; i++) {
            byte[] bytes = Arrays.copyOf(packed, 20 + random.nextInt(packed.length - 19));
            for (int j = random.nextInt(4); j > 0; j--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            for (String coding : List.of("gzip", "deflate", "br", "")) {
                boolean whole = Arrays.equals(bytes, packed);
                Outcome outcome = page(coding, "utf-8", bytes, false);
                // What no browser could unpack to a page without the script is no pass.
                assertTrue(!coding.equals("gzip") || whole || outcome != Outcome.PASS, coding);
            }
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static Outcome page(String coding, String charset, byte[] body, boolean cut) {
        return outcome(200, RouteClass.PAGE, coding, charset, new Body(body, cut), INTEGRITY);
    }

    private static Outcome error(String coding, byte[] body, boolean cut) {
        return outcome(500, RouteClass.ERROR, coding, "utf-8", new Body(body, cut), DETAILS);
    }

    private static Outcome outcome(
            int status, RouteClass kind, String coding, String charset, Body body, String id) {
        Fields fields = Fields.NONE.with("Content-Type", "text/html; charset=" + charset);
        Exchange exchange =
                new Exchange(
                        "https://www.example.com/page",
                        Request.get("/page"),
                        new Response(
                                status,
                                coding.isEmpty() ? fields : fields.with("Content-Encoding", coding),
                                body),
                        Instant.parse("2026-11-29T12:00:00Z"));
        return new HeadersJudge(Frames::of)
                .judge(Answer.of(exchange, kind), Demands.of("owasp")).stream()
                        .filter(each -> each.rule().id().value().equals(id))
                        .findFirst()
                        .orElseThrow()
                        .outcome();
    }
}
