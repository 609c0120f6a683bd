package dev.holdfast.probes.wire.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.probes.exchange.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResponseReaderTest {
    private static Response read(String bytes) throws IOException {
        return read("GET", bytes);
    }

    private static Response read(String method, String bytes) throws IOException {
        return new ResponseReader(
                        new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1)),
                        method)
                .read();
    }

    @Test
    void readsABodyOfGivenLength() throws IOException {
        Response response = read("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcdef");
        assertEquals(200, response.status());
        assertEquals("abc", response.body().text());
    }

    @Test
    void readsChunks() throws IOException {
        Response response =
                read(
                        String.join(
                                "\r\n",
                                "HTTP/1.1 200 OK",
                                "Transfer-Encoding: Chunked",
                                "",
                                "3",
                                "abc",
                                "A;x=y",
                                "0123456789",
                                "0",
                                "Trailer: x",
                                "",
                                ""));
        assertEquals("abc0123456789", response.body().text());
    }

    @Test
    void readsToTheEnd() throws IOException {
        assertEquals("abc", read("HTTP/1.0 200 OK\r\n\r\nabc").body().text());
        assertEquals("abc", read("HTTP/1.1 200\nA: b\n\nabc").body().text());
    }

    @Test
    void passesInterimAnswersOver() throws IOException {
        assertEquals(
                404,
                read("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x"
                                + "\r\n\r\nHTTP/1.1 404 Not Found\r\n\r\n")
                        .status());
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void wantsNoBodyWhereThereIsNone(int status) throws IOException {
        assertEquals(
                0, read("HTTP/1.1 " + status + " x\r\nContent-Length: 9\r\n\r\n").body().size());
        assertEquals(0, read("HEAD", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n").body().size());
    }

    @Test
    void joinsFoldedLines() throws IOException {
        assertEquals(
                List.of("a b c"),
                read("HTTP/1.1 200 OK\r\nX: a\r\n b\r\n\tc\r\n\r\n").fields().all("X"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-A : 1",
                " folded\r\nX-A: 1",
                ": value\r\n folded\r\nX-A: 1",
                "no colon\r\nX-A:1",
                "N\u00e4me: value\r\nX-A: 1",
                "two words: value\r\nX-A: 1",
                "Content-Length: -5\r\nX-A: 1"
            })
    void readsOddHeadersAsBrowsersDo(String header) throws IOException {
        Response response = read("HTTP/1.1 200 OK\r\n" + header + "\r\nY: 2\r\n\r\nabc");
        assertEquals(List.of("1"), response.fields().all("X-A"));
        assertEquals(List.of("2"), response.fields().all("Y"));
        assertEquals("abc", response.body().text());
        assertTrue(response.fields().lines().stream().noneMatch(each -> each.name().isEmpty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                "HTTP/2 200\r\n\r\n",
                "HTTP/1.1 20 OK\r\n\r\n",
                "HTTP/1.1 2000 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab",
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nab",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
                "HTTP/1.1 100 Continue\r\n\r\n"
            })
    void takesAnythingElseForNoAnswer(String bytes) {
        assertThrows(NotHttp.class, () -> read(bytes));
    }

    @Test
    void endsWithEveryHeaderHoweverLong() {
        String line = "X: " + "y".repeat(1000) + "\r\n";
        assertThrows(NotHttp.class, () -> read("HTTP/1.1 200 OK\r\n" + line.repeat(300)));
        assertThrows(NotHttp.class, () -> read("HTTP/1.1 200 OK\r\n" + "X:\r\n".repeat(1001)));
        assertThrows(NotHttp.class, () -> read("HTTP/1.1 100 C\r\n\r\n".repeat(20)));
    }

    @Test
    void standsWhateverComes() {
        Random random = new Random(17);
        String alphabet =
                "HTTP/1.1 200\r\n\r\n::;\tChunked Transfer-Encoding Content-Length 09aF\u00e9";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder made =
                    new StringBuilder(random.nextInt(3) > 0 ? "HTTP/1.1 200 OK\r\n" : "");
            if (random.nextInt(3) == 0) {
                made.append("Transfer-Encoding: chunked\r\n\r\n");
            }
            for (int length = random.nextInt(60); length > 0; length--) {
                made.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                assertTrue(read(made.toString()).status() >= 100);
            } catch (IOException none) {
                assertTrue(none instanceof NotHttp, made + " gives " + none);
            }
        }
    }
}
