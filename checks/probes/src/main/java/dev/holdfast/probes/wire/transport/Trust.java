package dev.holdfast.probes.wire.transport;

import dev.holdfast.core.problem.UserProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whose certificates are trusted: the JDK's anchors, and those of the target's file beside them.
 *
 * @param judge says whether a chain is trusted; it does not look at the host's name
 */
public record Trust(SSLContext context, X509TrustManager judge) {
    /**
     * Reads the anchors.
     *
     * @param ca a file of certificates in PEM, one or several
     * @throws UserProblem when the file cannot be read or holds no certificate
     */
    public static Trust with(Optional<Path> ca) {
        List<Certificate> more = ca.map(Trust::read).orElse(List.of());
        try {
            X509TrustManager judge = judge(null);
            if (!more.isEmpty()) {
                KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
                anchors.load(null, null);
                int number = 0;
                for (X509Certificate each : judge.getAcceptedIssuers()) {
                    anchors.setCertificateEntry("jdk-" + number++, each);
                }
                for (Certificate each : more) {
                    anchors.setCertificateEntry("target-" + number++, each);
                }
                judge = judge(anchors);
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {judge}, null);
            return new Trust(context, judge);
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException("the trust anchors could not be put together", broken);
        }
    }

    private static X509TrustManager judge(@Nullable KeyStore anchors)
            throws GeneralSecurityException {
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(anchors);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("every Java judges X.509"));
    }

    private static List<Certificate> read(Path file) {
        try {
            Collection<? extends Certificate> all =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(
                                    new ByteArrayInputStream(Files.readAllBytes(file)));
            if (!all.isEmpty()) {
                return List.copyOf(all);
            }
        } catch (IOException unreadable) {
            throw new UserProblem(
                    file + ": the trust anchors of the target cannot be read",
                    "put the certificates there in PEM, or mend probes.targets.<name>.ca");
        } catch (CertificateException broken) {
            // Said below.
        }
        throw new UserProblem(
                file + ": no certificate in PEM",
                "it begins with -----BEGIN CERTIFICATE-----; mend probes.targets.<name>.ca");
    }
}
