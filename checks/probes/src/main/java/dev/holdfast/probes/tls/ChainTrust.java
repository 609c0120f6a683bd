package dev.holdfast.probes.tls;

import dev.holdfast.probes.verdict.Finding;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether what a service sends leads to a trust anchor; nothing is fetched to mend it. */
final class ChainTrust {
    private final Set<TrustAnchor> anchors;

    /** Trust in these certificates. */
    ChainTrust(List<X509Certificate> trusted) {
        this.anchors =
                trusted.stream()
                        .map(each -> new TrustAnchor(each, null))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Judges a chain.
     *
     * @param weak whether a key or a signature of it failed already: then the JDK refuses it for
     *     that, and nobody can say more
     */
    Finding judge(List<X509Certificate> chain, X509Certificate own, Instant now, boolean weak) {
        if (anchors.stream().anyMatch(each -> own.equals(each.getTrustedCert()))) {
            return Finding.pass(
                    TlsRules.CERTIFICATE_TRUST, "the certificate itself is a trust anchor");
        }
        try {
            path(chain, own, at(own, now));
            return Finding.pass(
                    TlsRules.CERTIFICATE_TRUST,
                    "the chain of " + chain.size() + " certificates leads to a trust anchor");
        } catch (CertPathBuilderException none) {
            return weak && !broken(chain)
                    ? Finding.notApplicable(
                            TlsRules.CERTIFICATE_TRUST,
                            "a key or a signature of the chain is too weak to say more")
                    : Finding.fail(TlsRules.CERTIFICATE_TRUST, why(chain));
        } catch (GeneralSecurityException unclear) {
            return Finding.unknown(TlsRules.CERTIFICATE_TRUST, "the chain could not be looked at");
        }
    }

    // What a certificate's own time is wrong with is said elsewhere.
    private static Instant at(X509Certificate own, Instant now) {
        Instant from = own.getNotBefore().toInstant();
        Instant until = own.getNotAfter().toInstant();
        return now.isBefore(from) ? from : now.isAfter(until) ? until : now;
    }

    private void path(List<X509Certificate> chain, X509Certificate own, Instant at)
            throws GeneralSecurityException {
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(own);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
        parameters.addCertStore(
                CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(at));
        CertPathBuilder.getInstance("PKIX").build(parameters);
    }

    /** Whether the last certificate that is sent is signed by nobody who is known. */
    private boolean broken(List<X509Certificate> chain) {
        X509Certificate last = chain.getLast();
        return anchors.stream()
                .map(TrustAnchor::getTrustedCert)
                .noneMatch(each ->
                        each != null
                                && (each.equals(last)
                                        || each.getSubjectX500Principal()
                                                .equals(last.getIssuerX500Principal())));
    }

    private String why(List<X509Certificate> chain) {
        X509Certificate last = chain.getLast();
        String issuer = last.getIssuerX500Principal().getName();
        if (last.getSubjectX500Principal().equals(last.getIssuerX500Principal())) {
            return chain.size() == 1
                    ? "the certificate is signed by itself, and nobody vouches for it"
                    : "the chain ends at " + issuer + ", which is no trust anchor";
        }
        return broken(chain)
                ? "the service sends "
                        + chain.size()
                        + " certificate(s), and the last is signed by "
                        + issuer
                        + ", which is neither sent nor a trust anchor"
                : "the chain to " + issuer + " is not valid";
    }
}
