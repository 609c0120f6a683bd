package dev.holdfast.probes.tls.hello;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReplyReaderTest {
    private static ServerReply read(String hex) {
        return new ReplyReader(new ByteArrayInputStream(HexFormat.of().parseHex(hex))).read();
    }

    @Test
    void tellsARefusalFromSomethingElse() {
        assertEquals(new ServerReply.Refused("alert: handshake failure"), read("15030300020228"));
        assertEquals(new ServerReply.Refused("alert: protocol version"), read("15030100020246"));
        assertEquals(new ServerReply.Refused("it closed the connection"), read(""));
        assertInstanceOf(ServerReply.Unclear.class, read("15030300020270"));
        assertInstanceOf(ServerReply.Unclear.class, read("485454502f312e3120343030"));
        assertInstanceOf(ServerReply.Unclear.class, read("16030300040e000000"));
        assertInstanceOf(ServerReply.Unclear.class, read("160303000402000030"));
    }

    @Test
    void endsWithRecordsThatHoldNothing() {
        byte[] empty = HexFormat.of().parseHex("1603030000");
        int[] given = new int[1];
        InputStream endless =
                new InputStream() {
                    @Override
                    public int read() {
                        return empty[given[0]++ % empty.length];
                    }
                };
        assertInstanceOf(ServerReply.Unclear.class, new ReplyReader(endless).read());
        assertTrue(given[0] < 10_000);
    }

    @Test
    void passesAFewEmptyRecordsOver() {
        assertEquals(
                new ServerReply.Refused("alert: handshake failure"),
                read("1603030000" + "1603030000" + "15030300020228"));
    }

    @Test
    void standsWhateverComes() {
        Random random = new Random(23);
        byte[] good =
                HexFormat.of()
                        .parseHex(
                                "160303002c0200002803030000000000000000000000000000000000000000000"
                                        + "0000000000000000000000000c02f00000016030300040e000000");
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = good.clone();
            for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            int length = random.nextInt(bytes.length + 1);
            assertNotNull(new ReplyReader(new ByteArrayInputStream(bytes, 0, length)).read());
        }
    }

    @ParameterizedTest
    @EnumSource(TlsVersion.class)
    void writesLengthsThatAreTrue(TlsVersion version) {
        byte[] hello =
                new ClientHello(version, Suite.ALL, Optional.of("shop.test")).bytes(new Random(1));
        assertEquals(22, hello[0]);
        assertEquals(hello.length - 5, ((hello[3] & 0xFF) << 8) | (hello[4] & 0xFF));
        assertEquals(
                hello.length - 9,
                ((hello[6] & 0xFF) << 16) | ((hello[7] & 0xFF) << 8) | (hello[8] & 0xFF));
        assertEquals(3, hello[9]);
        assertEquals(Math.min(version.number() & 0xFF, 3), hello[10]);
    }

    @Test
    void knowsWhatEachSuiteIsWorth() {
        assertEquals(
                Suite.ALL.size(),
                new TreeSet<>(Suite.ALL.stream().map(Suite::number).toList()).size());
        for (Suite each : Suite.ALL) {
            SuiteKind kind = each.kind();
            String name = each.name();
            assertEquals(name.contains("NULL"), kind == SuiteKind.NULL, name);
            assertTrue(
                    !name.contains("3DES") || (kind != SuiteKind.CBC && kind != SuiteKind.STATIC),
                    name);
            assertTrue(kind != SuiteKind.STATIC || !name.contains("DHE"), name);
            assertTrue(kind != SuiteKind.AEAD || !name.contains("CBC"), name);
        }
        assertEquals(
                List.of("AES_128_GCM_SHA256", "AES_256_GCM_SHA384", "CHACHA20_POLY1305_SHA256"),
                Suite.of(SuiteKind.MODERN).stream().map(Suite::name).toList());
        assertEquals("TLS_RSA_WITH_AES_128_CBC_SHA", Suite.name(0x2F));
        assertEquals("suite 0xfafa", Suite.name(0xFAFA));
    }
}
