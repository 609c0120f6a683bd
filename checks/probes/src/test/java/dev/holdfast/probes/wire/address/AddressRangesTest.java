package dev.holdfast.probes.wire.address;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AddressRangesTest {
    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, PUBLIC",
        "1.0.0.0, PUBLIC",
        "9.255.255.255, PUBLIC",
        "11.0.0.0, PUBLIC",
        "100.63.255.255, PUBLIC",
        "100.128.0.0, PUBLIC",
        "172.15.255.255, PUBLIC",
        "172.32.0.0, PUBLIC",
        "192.0.1.0, PUBLIC",
        "198.17.255.255, PUBLIC",
        "198.20.0.0, PUBLIC",
        "223.255.255.255, PUBLIC",
        "2606:4700::1111, PUBLIC",
        "2001:4860:4860::8888, PUBLIC",
        "2001:200::1, PUBLIC",
        "64:ff9b::808:808, PUBLIC",
        "127.0.0.1, LOOPBACK",
        "127.255.255.254, LOOPBACK",
        "::1, LOOPBACK",
        "::ffff:127.0.0.1, LOOPBACK",
        "10.0.0.1, PRIVATE",
        "10.255.255.255, PRIVATE",
        "172.16.0.1, PRIVATE",
        "172.31.255.255, PRIVATE",
        "192.168.1.1, PRIVATE",
        "100.64.0.1, PRIVATE",
        "100.127.255.255, PRIVATE",
        "fc00::1, PRIVATE",
        "fdff::1, PRIVATE",
        "::ffff:10.0.0.1, PRIVATE",
        "169.254.169.254, METADATA",
        "169.254.170.2, METADATA",
        "100.100.100.200, METADATA",
        "168.63.129.16, METADATA",
        "192.0.0.192, METADATA",
        "fd00:ec2::254, METADATA",
        "::ffff:169.254.169.254, METADATA",
        "64:ff9b::a9fe:a9fe, METADATA",
        "2002:a9fe:a9fe::1, METADATA",
        "::169.254.169.254, METADATA",
        "0.0.0.0, SPECIAL",
        "0.1.2.3, SPECIAL",
        "169.254.1.1, SPECIAL",
        "192.0.0.1, SPECIAL",
        "192.0.2.1, SPECIAL",
        "198.18.0.1, SPECIAL",
        "198.19.255.255, SPECIAL",
        "198.51.100.1, SPECIAL",
        "203.0.113.1, SPECIAL",
        "192.88.99.1, SPECIAL",
        "224.0.0.1, SPECIAL",
        "240.0.0.1, SPECIAL",
        "255.255.255.255, SPECIAL",
        "::, SPECIAL",
        "::127.0.0.1, SPECIAL",
        "::8.8.8.8, SPECIAL",
        "64:ff9b::7f00:1, SPECIAL",
        "64:ff9b::a00:1, SPECIAL",
        "64:ff9b:1::808:808, SPECIAL",
        "2002:7f00:1::, SPECIAL",
        "2002:808:808::, SPECIAL",
        "2001::1, SPECIAL",
        "2001:db8::1, SPECIAL",
        "3fff::1, SPECIAL",
        "5f00::1, SPECIAL",
        "100::1, SPECIAL",
        "fe80::1, SPECIAL",
        "fec0::1, SPECIAL",
        "ff02::1, SPECIAL",
        "4000::1, SPECIAL",
        "::2, SPECIAL",
    })
    void knowsWhatAnAddressIs(String address, AddressKind kind) {
        assertEquals(kind, AddressRanges.judge(InetAddress.ofLiteral(address)).kind());
    }

    @Test
    void judgesEveryAddressAndAgreesWithJavaWhereJavaKnows() throws Exception {
        Random random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
            random.nextBytes(bytes);
            if (random.nextInt(4) == 0) {
                bytes[0] = new byte[] {10, 127, -84, -64, -87, -32, -2, -4}[random.nextInt(8)];
            }
            InetAddress address = InetAddress.getByAddress(bytes);
            AddressKind kind = AddressRanges.judge(address).kind();
            boolean special =
                    address.isLoopbackAddress()
                            || address.isSiteLocalAddress()
                            || address.isLinkLocalAddress()
                            || address.isMulticastAddress()
                            || address.isAnyLocalAddress();
            if (special) {
                assertEquals(false, kind == AddressKind.PUBLIC, address.toString());
            }
            assertEquals(
                    address.isLoopbackAddress(), kind == AddressKind.LOOPBACK, address.toString());
        }
    }

    @Test
    void readsBlocks() {
        Cidr block = Cidr.of("172.16.0.0/12");
        assertEquals(true, block.contains(InetAddress.ofLiteral("172.31.255.255")));
        assertEquals(false, block.contains(InetAddress.ofLiteral("172.32.0.0")));
        assertEquals(false, block.contains(InetAddress.ofLiteral("::1")));
        assertEquals("172.16.0.0/12", block.toString());
        assertEquals(true, Cidr.of("0.0.0.0/0").contains(InetAddress.ofLiteral("1.2.3.4")));
    }
}
