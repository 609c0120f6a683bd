package dev.holdfast.probes.tls;

import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Whom a certificate is for (RFC 9525): its alternative names; the common name counts no more. */
record CertificateNames(List<String> dns, List<String> addresses) {
    private static final int DNS = 2;
    private static final int ADDRESS = 7;

    CertificateNames {
        dns = List.copyOf(dns);
        addresses = List.copyOf(addresses);
    }

    static CertificateNames of(X509Certificate certificate) {
        List<String> dns = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            for (List<?> name : names == null ? List.<List<?>>of() : names) {
                String text = String.valueOf(name.get(1)).toLowerCase(Locale.ROOT);
                if (name.getFirst().equals(DNS)) {
                    dns.add(text);
                } else if (name.getFirst().equals(ADDRESS)) {
                    addresses.add(text);
                }
            }
        } catch (CertificateParsingException broken) {
            return new CertificateNames(List.of(), List.of());
        }
        return new CertificateNames(dns, addresses);
    }

    boolean none() {
        return dns.isEmpty() && addresses.isEmpty();
    }

    /** Whether the certificate is for that host. */
    boolean cover(String host) {
        if (literal(host)) {
            return addresses.stream().anyMatch(each -> same(each, host));
        }
        String plain = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return dns.stream().anyMatch(pattern -> matches(pattern, plain.toLowerCase(Locale.ROOT)));
    }

    private static boolean same(String one, String other) {
        try {
            return Arrays.equals(
                    InetAddress.ofLiteral(one).getAddress(),
                    InetAddress.ofLiteral(other).getAddress());
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    static boolean literal(String host) {
        return host.contains(":") || host.matches("[0-9]+(\\.[0-9]+){3}");
    }

    // A star is a whole first label, stands for exactly one, and not for a whole top-level domain.
    private static boolean matches(String pattern, String host) {
        if (!pattern.startsWith("*.")) {
            return pattern.equals(host);
        }
        String parent = pattern.substring(2);
        int dot = host.indexOf('.');
        return parent.contains(".")
                && !parent.contains("*")
                && dot > 0
                && host.substring(dot + 1).equals(parent);
    }
}
