package dev.holdfast.cli.shop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate for 127.0.0.1 of an authority of the test's own, made by the JDK's keytool. */
final class ShopCertificate {
    private static final String WORD = "changeit";

    private final Path folder;

    private ShopCertificate(Path folder) {
        this.folder = folder;
    }

    static ShopCertificate in(Path folder) throws IOException, InterruptedException {
        ShopCertificate made = new ShopCertificate(folder);
        if (!Files.exists(made.authority())) {
            made.make();
        }
        return made;
    }

    /** The trust anchor. */
    Path authority() {
        return folder.resolve("ca.pem");
    }

    SSLContext context() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("shop.p12"))) {
            store.load(in, WORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, WORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private void make() throws IOException, InterruptedException {
        keytool(
                "ca.p12",
                "-genkeypair",
                "-alias",
                "ca",
                "-keyalg",
                "EC",
                "-dname",
                "CN=Shop CA",
                "-ext",
                "bc:c",
                "-validity",
                "3650");
        keytool("ca.p12", "-exportcert", "-rfc", "-alias", "ca", "-file", "ca.pem");
        keytool("shop.p12", "-genkeypair", "-alias", "shop", "-keyalg", "EC", "-dname", "CN=shop");
        keytool("shop.p12", "-certreq", "-alias", "shop", "-file", "shop.csr");
        keytool(
                "ca.p12",
                "-gencert",
                "-rfc",
                "-alias",
                "ca",
                "-infile",
                "shop.csr",
                "-outfile",
                "shop.pem",
                "-ext",
                "san=ip:127.0.0.1",
                "-ext",
                "eku=serverAuth",
                "-validity",
                "90");
        keytool("shop.p12", "-importcert", "-noprompt", "-alias", "ca", "-file", "ca.pem");
        keytool("shop.p12", "-importcert", "-noprompt", "-alias", "shop", "-file", "shop.pem");
    }

    private void keytool(String store, String... arguments)
            throws IOException, InterruptedException {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString()));
        line.addAll(Arrays.asList(arguments));
        line.addAll(List.of("-keystore", store, "-storetype", "PKCS12", "-storepass", WORD));
        Process process =
                new ProcessBuilder(line)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
    }
}
