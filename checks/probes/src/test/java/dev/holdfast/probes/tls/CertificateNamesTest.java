package dev.holdfast.probes.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9525, section 6.3. */
final class CertificateNamesTest {
    @ParameterizedTest
    @CsvSource({
        "shop.test, shop.test, true",
        "shop.test, SHOP.test, true",
        "shop.test, shop.test., true",
        "shop.test, www.shop.test, false",
        "*.shop.test, www.shop.test, true",
        "*.shop.test, shop.test, false",
        "*.shop.test, a.b.shop.test, false",
        "*.test, shop.test, false",
        "w*.shop.test, www.shop.test, false",
        "*, shop, false",
        "*.*.test, a.b.test, false",
    })
    void coversNames(String name, String host, boolean covered) {
        assertEquals(covered, new CertificateNames(List.of(name), List.of()).cover(host));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1, true",
        "127.0.0.1, 127.0.0.2, false",
        "0:0:0:0:0:0:0:1, ::1, true",
        "127.0.0.1, shop.test, false",
        "127.0.0.1, 999.0.0.1, false",
    })
    void coversAddresses(String address, String host, boolean covered) {
        assertEquals(covered, new CertificateNames(List.of(), List.of(address)).cover(host));
        assertEquals(false, new CertificateNames(List.of(address), List.of()).cover("127.0.0.1"));
    }
}
