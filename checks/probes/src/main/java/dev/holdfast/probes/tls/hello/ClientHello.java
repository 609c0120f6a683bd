package dev.holdfast.probes.tls.hello;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What a client says first. It is written here and not by the JDK, which knows no old versions and
 * suites any more unless the whole process is told to.
 *
 * @param version the newest that the client claims to know
 * @param serverName for SNI, or nothing when the host is an address
 */
public record ClientHello(TlsVersion version, List<Suite> suites, Optional<String> serverName) {
    private static final int HANDSHAKE = 22;
    private static final int CLIENT_HELLO = 1;
    private static final int RANDOM = 32;
    private static final int RENEGOTIATION_SCSV = 0x00FF;
    private static final int X25519 = 0x001D;

    // x25519, secp256r1, secp384r1, secp521r1, x448, ffdhe2048 to 4096 (RFC 7919, RFC 8446)
    private static final int[] GROUPS = {
        X25519, 0x0017, 0x0018, 0x0019, 0x001E, 0x0100, 0x0101, 0x0102
    };

    // ECDSA, RSA-PSS, EdDSA and PKCS #1 first; SHA-1, MD5 and DSA for old services (RFC 8446,
    // 4.2.3)
    private static final int[] SIGNATURES = {
        0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0804, 0x0805, 0x0806, 0x0809, 0x080A, 0x080B,
        0x0401, 0x0501, 0x0601, 0x0402, 0x0203, 0x0201, 0x0202, 0x0101
    };

    public ClientHello {
        suites = List.copyOf(suites);
    }

    /** The record, ready to be sent. */
    public byte[] bytes(RandomGenerator random) {
        byte[] nonce = new byte[RANDOM];
        byte[] session = new byte[RANDOM];
        byte[] share = new byte[RANDOM];
        random.nextBytes(nonce);
        random.nextBytes(session);
        random.nextBytes(share);
        boolean modern = version == TlsVersion.TLS_1_3;
        int claimed = Math.min(version.number(), TlsVersion.TLS_1_2.number());
        Bytes body = new Bytes().number(2, claimed).raw(nonce);
        body.vector(1, id -> id.raw(modern ? session : new byte[0]));
        body.vector(
                2,
                list -> {
                    suites.forEach(each -> list.number(2, each.number()));
                    list.number(2, RENEGOTIATION_SCSV);
                });
        // TLS 1.3 forbids to offer compression (RFC 8446, section 4.1.2).
        body.vector(1, methods -> methods.raw(modern ? new byte[1] : new byte[] {1, 0}));
        if (version != TlsVersion.SSL_3_0) {
            body.vector(2, extensions -> extend(extensions, modern, share));
        }
        byte[] message =
                new Bytes().number(1, CLIENT_HELLO).vector(3, inner -> inner.raw(body.all())).all();
        int outer = Math.min(version.number(), TlsVersion.TLS_1_0.number());
        return new Bytes()
                .number(1, HANDSHAKE)
                .number(2, outer)
                .vector(2, inner -> inner.raw(message))
                .all();
    }

    private void extend(Bytes extensions, boolean modern, byte[] share) {
        serverName.ifPresent(name ->
                extension(
                        extensions,
                        0x0000,
                        inner ->
                                inner.vector(
                                        2,
                                        names ->
                                                names.number(1, 0)
                                                        .vector(
                                                                2,
                                                                host -> host.raw(ascii(name))))));
        extension(extensions, 0x000A, inner -> inner.vector(2, list -> numbers(list, GROUPS)));
        extension(extensions, 0x000B, inner -> inner.vector(1, list -> list.number(1, 0)));
        extension(extensions, 0x000D, inner -> inner.vector(2, list -> numbers(list, SIGNATURES)));
        extension(
                extensions,
                0x0010,
                inner ->
                        inner.vector(
                                2,
                                list -> {
                                    list.vector(1, name -> name.raw(ascii("h2")));
                                    list.vector(1, name -> name.raw(ascii("http/1.1")));
                                }));
        if (modern) {
            extension(
                    extensions,
                    0x002B,
                    inner -> inner.vector(1, list -> list.number(2, version.number())));
            // Any 32 bytes are a public key of X25519 (RFC 7748); the secret is not needed.
            extension(
                    extensions,
                    0x0033,
                    inner ->
                            inner.vector(
                                    2,
                                    list ->
                                            list.number(2, X25519)
                                                    .vector(2, key -> key.raw(share))));
        }
    }

    private static void extension(
            Bytes extensions, int type, java.util.function.Consumer<Bytes> contents) {
        extensions.number(2, type).vector(2, contents);
    }

    private static void numbers(Bytes list, int[] numbers) {
        for (int each : numbers) {
            list.number(2, each);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
