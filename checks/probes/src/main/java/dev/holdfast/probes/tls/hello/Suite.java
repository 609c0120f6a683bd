package dev.holdfast.probes.tls.hello;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A cipher suite of IANA's registry.
 *
 * @param name without the {@code TLS_} that all begin with
 */
public record Suite(int number, String name) {
    private static final String TABLE =
            """
            1301 AES_128_GCM_SHA256
            1302 AES_256_GCM_SHA384
            1303 CHACHA20_POLY1305_SHA256
            C02B ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
            C02C ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
            C02F ECDHE_RSA_WITH_AES_128_GCM_SHA256
            C030 ECDHE_RSA_WITH_AES_256_GCM_SHA384
            CCA9 ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
            CCA8 ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
            009E DHE_RSA_WITH_AES_128_GCM_SHA256
            009F DHE_RSA_WITH_AES_256_GCM_SHA384
            CCAA DHE_RSA_WITH_CHACHA20_POLY1305_SHA256
            C0AC ECDHE_ECDSA_WITH_AES_128_CCM
            C0AD ECDHE_ECDSA_WITH_AES_256_CCM
            C09E DHE_RSA_WITH_AES_128_CCM
            C09F DHE_RSA_WITH_AES_256_CCM
            C023 ECDHE_ECDSA_WITH_AES_128_CBC_SHA256
            C024 ECDHE_ECDSA_WITH_AES_256_CBC_SHA384
            C027 ECDHE_RSA_WITH_AES_128_CBC_SHA256
            C028 ECDHE_RSA_WITH_AES_256_CBC_SHA384
            C009 ECDHE_ECDSA_WITH_AES_128_CBC_SHA
            C00A ECDHE_ECDSA_WITH_AES_256_CBC_SHA
            C013 ECDHE_RSA_WITH_AES_128_CBC_SHA
            C014 ECDHE_RSA_WITH_AES_256_CBC_SHA
            0067 DHE_RSA_WITH_AES_128_CBC_SHA256
            006B DHE_RSA_WITH_AES_256_CBC_SHA256
            0033 DHE_RSA_WITH_AES_128_CBC_SHA
            0039 DHE_RSA_WITH_AES_256_CBC_SHA
            0032 DHE_DSS_WITH_AES_128_CBC_SHA
            0038 DHE_DSS_WITH_AES_256_CBC_SHA
            0045 DHE_RSA_WITH_CAMELLIA_128_CBC_SHA
            0088 DHE_RSA_WITH_CAMELLIA_256_CBC_SHA
            009A DHE_RSA_WITH_SEED_CBC_SHA
            009C RSA_WITH_AES_128_GCM_SHA256
            009D RSA_WITH_AES_256_GCM_SHA384
            C09C RSA_WITH_AES_128_CCM
            C09D RSA_WITH_AES_256_CCM
            003C RSA_WITH_AES_128_CBC_SHA256
            003D RSA_WITH_AES_256_CBC_SHA256
            002F RSA_WITH_AES_128_CBC_SHA
            0035 RSA_WITH_AES_256_CBC_SHA
            0041 RSA_WITH_CAMELLIA_128_CBC_SHA
            0084 RSA_WITH_CAMELLIA_256_CBC_SHA
            0096 RSA_WITH_SEED_CBC_SHA
            C02D ECDH_ECDSA_WITH_AES_128_GCM_SHA256
            C02E ECDH_ECDSA_WITH_AES_256_GCM_SHA384
            C031 ECDH_RSA_WITH_AES_128_GCM_SHA256
            C032 ECDH_RSA_WITH_AES_256_GCM_SHA384
            C004 ECDH_ECDSA_WITH_AES_128_CBC_SHA
            C005 ECDH_ECDSA_WITH_AES_256_CBC_SHA
            C00E ECDH_RSA_WITH_AES_128_CBC_SHA
            C00F ECDH_RSA_WITH_AES_256_CBC_SHA
            C012 ECDHE_RSA_WITH_3DES_EDE_CBC_SHA
            C008 ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA
            0016 DHE_RSA_WITH_3DES_EDE_CBC_SHA
            0013 DHE_DSS_WITH_3DES_EDE_CBC_SHA
            000A RSA_WITH_3DES_EDE_CBC_SHA
            C00D ECDH_RSA_WITH_3DES_EDE_CBC_SHA
            C003 ECDH_ECDSA_WITH_3DES_EDE_CBC_SHA
            0007 RSA_WITH_IDEA_CBC_SHA
            0009 RSA_WITH_DES_CBC_SHA
            0012 DHE_DSS_WITH_DES_CBC_SHA
            0015 DHE_RSA_WITH_DES_CBC_SHA
            C011 ECDHE_RSA_WITH_RC4_128_SHA
            C007 ECDHE_ECDSA_WITH_RC4_128_SHA
            C00C ECDH_RSA_WITH_RC4_128_SHA
            C002 ECDH_ECDSA_WITH_RC4_128_SHA
            0005 RSA_WITH_RC4_128_SHA
            0004 RSA_WITH_RC4_128_MD5
            0003 RSA_EXPORT_WITH_RC4_40_MD5
            0006 RSA_EXPORT_WITH_RC2_CBC_40_MD5
            0008 RSA_EXPORT_WITH_DES40_CBC_SHA
            0011 DHE_DSS_EXPORT_WITH_DES40_CBC_SHA
            0014 DHE_RSA_EXPORT_WITH_DES40_CBC_SHA
            0062 RSA_EXPORT1024_WITH_DES_CBC_SHA
            0064 RSA_EXPORT1024_WITH_RC4_56_SHA
            0017 DH_anon_EXPORT_WITH_RC4_40_MD5
            0019 DH_anon_EXPORT_WITH_DES40_CBC_SHA
            00A6 DH_anon_WITH_AES_128_GCM_SHA256
            00A7 DH_anon_WITH_AES_256_GCM_SHA384
            006C DH_anon_WITH_AES_128_CBC_SHA256
            006D DH_anon_WITH_AES_256_CBC_SHA256
            0034 DH_anon_WITH_AES_128_CBC_SHA
            003A DH_anon_WITH_AES_256_CBC_SHA
            0018 DH_anon_WITH_RC4_128_MD5
            001A DH_anon_WITH_DES_CBC_SHA
            001B DH_anon_WITH_3DES_EDE_CBC_SHA
            C016 ECDH_anon_WITH_RC4_128_SHA
            C017 ECDH_anon_WITH_3DES_EDE_CBC_SHA
            C018 ECDH_anon_WITH_AES_128_CBC_SHA
            C019 ECDH_anon_WITH_AES_256_CBC_SHA
            C015 ECDH_anon_WITH_NULL_SHA
            0001 RSA_WITH_NULL_MD5
            0002 RSA_WITH_NULL_SHA
            003B RSA_WITH_NULL_SHA256
            C006 ECDHE_ECDSA_WITH_NULL_SHA
            C010 ECDHE_RSA_WITH_NULL_SHA
            C001 ECDH_ECDSA_WITH_NULL_SHA
            C00B ECDH_RSA_WITH_NULL_SHA
            """;

    /** Every suite that is asked for; of one kind the usual ones first. */
    public static final List<Suite> ALL =
            Stream.concat(TABLE.lines(), RareSuites.TABLE.lines()).map(Suite::read).toList();

    private static Suite read(String line) {
        return new Suite(Integer.parseInt(line.substring(0, 4), 16), line.substring(5));
    }

    /** Every suite of one of these kinds. */
    public static List<Suite> of(SuiteKind... kinds) {
        List<SuiteKind> wanted = Arrays.asList(kinds);
        return ALL.stream().filter(each -> wanted.contains(each.kind())).toList();
    }

    /** What a report calls a suite of that number. */
    public static String name(int number) {
        return ALL.stream()
                .filter(each -> each.number == number)
                .map(each -> "TLS_" + each.name)
                .findFirst()
                .orElseGet(() -> "suite 0x%04x".formatted(number).toLowerCase(Locale.ROOT));
    }

    /** What it is worth. */
    public SuiteKind kind() {
        if (number >> Byte.SIZE == 0x13) {
            return SuiteKind.MODERN;
        }
        if (name.equals("SHA256_SHA256") || name.equals("SHA384_SHA384")) {
            return SuiteKind.INTEGRITY;
        }
        if (name.contains("_NULL_")) {
            return SuiteKind.NULL;
        }
        if (name.contains("_anon_")) {
            return SuiteKind.ANONYMOUS;
        }
        if (name.contains("_EXPORT")) {
            return SuiteKind.EXPORT;
        }
        if (name.contains("_RC4_")) {
            return SuiteKind.RC4;
        }
        if (name.contains("DES_") || name.contains("IDEA")) {
            return SuiteKind.SHORT_BLOCK;
        }
        if (!name.startsWith("ECDHE_") && !name.startsWith("DHE_")) {
            return SuiteKind.STATIC;
        }
        return name.contains("_CBC_") ? SuiteKind.CBC : SuiteKind.AEAD;
    }
}
