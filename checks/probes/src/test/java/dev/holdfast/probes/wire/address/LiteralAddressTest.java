package dev.holdfast.probes.wire.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The spellings are those of the WHATWG URL standard, section 3.5. */
final class LiteralAddressTest {
    private static Optional<InetAddress> read(String host) throws UnknownHostException {
        return LiteralAddress.of(LiteralAddress.canonical(host));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1",
        "2130706433, 127.0.0.1",
        "127.1, 127.0.0.1",
        "127.0.1, 127.0.0.1",
        "0177.0.0.1, 127.0.0.1",
        "0x7f.0.0.1, 127.0.0.1",
        "0x7F000001, 127.0.0.1",
        "017700000001, 127.0.0.1",
        "127.0.0.1., 127.0.0.1",
        "\u2460\u2461\u2466.0.0.1, 127.0.0.1",
        "\uff11\uff12\uff17\uff0e\uff10\uff0e\uff10\uff0e\uff11, 127.0.0.1",
        "127\u30020\u30020\u30021, 127.0.0.1",
        "0, 0.0.0.0",
        "0x, 0.0.0.0",
        "4294967295, 255.255.255.255",
        "10.65535, 10.0.255.255",
        "::1, 0:0:0:0:0:0:0:1",
        "[::1], 0:0:0:0:0:0:0:1",
        "::ffff:127.0.0.1, 127.0.0.1",
        "::FFFF:7f00:1, 127.0.0.1",
    })
    void readsEverySpelling(String host, String address) throws Exception {
        assertEquals(address, read(host).orElseThrow().getHostAddress());
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "localhost", "1.example", "0x.example", "a", "x7f.1a"})
    void leavesNamesAlone(String host) throws Exception {
        assertEquals(Optional.empty(), read(host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "256.256.256.256",
                "1.2.3.4.5",
                "4294967296",
                "127.0.0.0x1g.1",
                "08.0.0.1",
                "1.2.3.256",
                "foo.1",
                "1..1",
                ":::",
                "99999999999999999999",
                "[::1"
            })
    void takesABrokenAddressForNoName(String host) {
        assertThrows(UnknownHostException.class, () -> read(host));
    }
}
