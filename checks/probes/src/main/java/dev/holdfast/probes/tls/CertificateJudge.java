package dev.holdfast.probes.tls;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.verdict.Finding;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Judges the certificates that a service sends.
 *
 * @param trust says whether there is a way to an anchor
 */
record CertificateJudge(String host, Instant now, ChainTrust trust) {
    private static final Duration SOON = Duration.ofDays(14);
    private static final int RSA_BITS = 2048;
    private static final int CURVE_BITS = 256;

    /** What is so of a chain, the service's own certificate first. */
    List<Finding> judge(List<X509Certificate> chain) {
        X509Certificate own = chain.getFirst();
        Finding time = time(own);
        Finding key = key(chain);
        Finding signature = signature(chain);
        boolean weak = failed(key) || failed(signature);
        return List.of(name(own), time, trust.judge(chain, own, now, weak), key, signature);
    }

    private static boolean failed(Finding finding) {
        return finding.outcome() == Outcome.FAIL;
    }

    private Finding name(X509Certificate own) {
        CertificateNames names = CertificateNames.of(own);
        if (names.cover(host)) {
            return Finding.pass(TlsRules.CERTIFICATE_NAME, "the certificate is for " + host);
        }
        if (names.none()) {
            return Finding.fail(
                    TlsRules.CERTIFICATE_NAME,
                    "the certificate has no subject alternative name; browsers do not look at its"
                            + " common name");
        }
        List<String> all = new ArrayList<>(names.dns());
        all.addAll(names.addresses());
        String shown = String.join(", ", all.subList(0, Math.min(5, all.size())));
        return Finding.fail(
                TlsRules.CERTIFICATE_NAME,
                "the certificate is not for "
                        + host
                        + " but for "
                        + shown
                        + (all.size() > 5 ? " and " + (all.size() - 5) + " more" : ""));
    }

    private Finding time(X509Certificate own) {
        Instant from = own.getNotBefore().toInstant();
        Instant until = own.getNotAfter().toInstant();
        long days = Duration.between(now, until).toDays();
        Finding finding;
        if (now.isBefore(from)) {
            finding =
                    Finding.fail(
                            TlsRules.CERTIFICATE_TIME,
                            "the certificate is not valid before " + from);
        } else if (now.isAfter(until)) {
            finding = Finding.fail(TlsRules.CERTIFICATE_TIME, "the certificate ended at " + until);
        } else if (until.isBefore(now.plus(SOON))) {
            finding =
                    Finding.fail(
                                    TlsRules.CERTIFICATE_TIME,
                                    "the certificate ends at "
                                            + until
                                            + ", in "
                                            + days
                                            + " days; it should be renewed 14 days before")
                            .as(Severity.MEDIUM);
        } else {
            finding =
                    Finding.pass(
                            TlsRules.CERTIFICATE_TIME,
                            "the certificate is valid until " + until + ", " + days + " days more");
        }
        return finding.with("notBefore", from.toString())
                .with("notAfter", until.toString())
                .with("daysLeft", days);
    }

    private static Finding key(List<X509Certificate> chain) {
        for (X509Certificate each : chain) {
            Optional<String> weakness = weakness(each.getPublicKey());
            if (weakness.isPresent()) {
                return Finding.fail(
                        TlsRules.CERTIFICATE_KEY,
                        "the key of " + subject(each) + " is " + weakness.get());
            }
        }
        return Finding.pass(
                TlsRules.CERTIFICATE_KEY,
                "the key is " + described(chain.getFirst().getPublicKey()));
    }

    private static Optional<String> weakness(PublicKey key) {
        boolean weak =
                switch (key) {
                    case RSAKey rsa -> rsa.getModulus().bitLength() < RSA_BITS;
                    case ECKey curve ->
                            curve.getParams().getCurve().getField().getFieldSize() < CURVE_BITS;
                    case DSAKey _ -> true;
                    default -> false;
                };
        return weak ? Optional.of(described(key)) : Optional.empty();
    }

    private static String described(PublicKey key) {
        return switch (key) {
            case RSAKey rsa -> "RSA of " + rsa.getModulus().bitLength() + " bits";
            case ECKey curve ->
                    "elliptic of "
                            + curve.getParams().getCurve().getField().getFieldSize()
                            + " bits";
            default -> key.getAlgorithm();
        };
    }

    // A root is trusted as it is: what it signs itself with says nothing.
    private static Finding signature(List<X509Certificate> chain) {
        for (X509Certificate each : chain) {
            String algorithm = each.getSigAlgName().toUpperCase(Locale.ROOT);
            boolean root = each.getSubjectX500Principal().equals(each.getIssuerX500Principal());
            boolean own = each.equals(chain.getFirst());
            if ((own || !root) && algorithm.matches("(SHA-?1|MD5|MD2)WITH.*")) {
                return Finding.fail(
                        TlsRules.CERTIFICATE_SIGNATURE,
                        subject(each) + " is signed with " + each.getSigAlgName());
            }
        }
        return Finding.pass(
                TlsRules.CERTIFICATE_SIGNATURE,
                "the certificate is signed with " + chain.getFirst().getSigAlgName());
    }

    private static String subject(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }
}
