package dev.holdfast.secrets.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.core.result.Severity;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrivateKeyTest {
    private static final String LABEL = "PRIVATE KEY-----";

    private final TokenForge forge = new TokenForge(7468);

    private static void assertWhole(String key, String text) {
        assertEquals(List.of("private-key " + key), Scans.found(text), text);
    }

    private static Severity severity(String text) {
        return Scans.tokens(text).getFirst().assessment().severity();
    }

    @Test
    void findsEveryLineEndAndLabel() {
        for (String label :
                List.of(
                        "PRIVATE",
                        "RSA PRIVATE",
                        "EC PRIVATE",
                        "DSA PRIVATE",
                        "OPENSSH PRIVATE",
                        "ENCRYPTED PRIVATE")) {
            for (String lineEnd :
                    List.of("\n", "\r\n", "\\n", "\\r\\n", "\\\\n", "\\\n", " ", "")) {
                String key = forge.pem(label, lineEnd);
                assertWhole(key, "const k = \"" + key + "\";");
            }
        }
    }

    @Test
    void findsLinesThatAProgramJoins() {
        String begin = "-----BEGIN " + LABEL;
        String end = "-----END " + LABEL;
        for (String join : List.of("\\n\" +\n    \"", "\\n\"+\"", "\",\"", "\\n' + '", "`,\n`")) {
            String key = begin + join + forge.keyLines(join, 4) + end;
            assertWhole(key, "[\"" + key + "\"]");
        }
    }

    @Test
    void findsAKeyWithoutAFooter() {
        String body = forge.keyLines("\\n", 4);
        String start = "-----BEGIN " + LABEL + "\\n" + body.substring(0, body.length() - 2);
        assertWhole(start, "{key:\"" + start + "\",mail:1}");
        assertWhole(start, "{key:\"" + start + "\\n…");
    }

    @Test
    void knowsWhatIsEncrypted() {
        assertEquals(Severity.CRITICAL, severity(forge.pem("PRIVATE", "\n")));
        assertEquals(Severity.MEDIUM, severity(forge.pem("ENCRYPTED PRIVATE", "\n")));
        String old =
                "-----BEGIN RSA "
                        + LABEL
                        + "\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\n"
                        + forge.keyLines("\n", 4)
                        + "-----END RSA "
                        + LABEL;
        assertWhole(old, old);
        assertEquals(Severity.MEDIUM, severity(old));
        String oneLine = old.replace("\n", "\\n");
        assertWhole(oneLine, "'" + oneLine + "'");
        assertEquals(Severity.MEDIUM, severity(oneLine));
    }

    @Test
    void readsTheCipherOfOpenSsh() {
        assertEquals(Severity.CRITICAL, severity(openSsh("none")));
        assertEquals(Severity.MEDIUM, severity(openSsh("aes256-ctr")));
    }

    private String openSsh(String cipher) {
        String head = "openssh-key-v1\0" + "\0\0\0" + (char) cipher.length() + cipher;
        byte[] bytes = new byte[150];
        new java.util.Random(1).nextBytes(bytes);
        byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(start, 0, bytes, 0, start.length);
        String body = Base64.getMimeEncoder(70, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN OPENSSH " + LABEL + "\n" + body + "\n-----END OPENSSH " + LABEL;
    }

    @Test
    void findsArmouredAndForeignFormats() {
        String pgp =
                "-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: 1\nComment: mine\n\n"
                        + forge.keyLines("\n", 4)
                        + "-----END PGP PRIVATE KEY BLOCK-----";
        assertWhole(pgp, pgp);
        String putty =
                "PuTTY-User-Key"
                        + "-File-3: ssh-ed25519\nEncryption: none\nComment: me\n"
                        + "Public-Lines: 1\n"
                        + forge.text(Alphabet.BASE64, 64)
                        + "\n"
                        + "Private-Lines: 1\n"
                        + forge.text(Alphabet.BASE64, 64);
        assertWhole(putty, putty + "\nPrivate-MAC: 00\n");
        assertEquals(Severity.CRITICAL, severity(putty));
        assertEquals(
                Severity.MEDIUM, severity(putty.replace("Encryption: none", "Encryption: aes")));
        assertEquals(List.of(), Scans.found(putty.substring(0, putty.indexOf("Private-Lines"))));
    }

    @Test
    void leavesOutTheCodeOfLibraries() {
        String begin = "-----BEGIN " + LABEL;
        String end = "-----END " + LABEL;
        String code =
                "function importPkcs8(text){if(typeof text!=\"string\")throw new TypeError(\"pkcs8\");"
                        + "return decodeBase64UrlIntoAnArrayBufferOfOctetsForWebCrypto(text)}";
        for (String text :
                List.of(
                        begin,
                        "k.replace(\"" + begin + "\",\"\").replace(\"" + end + "\",\"\")",
                        "if(k.includes(\"" + begin + "\")){" + code + "}return\"" + end + "\"",
                        "`" + begin + "\\n${body}\\n" + end + "`",
                        "'" + begin + "\\n' + toBase64(bytes) + '\\n" + end + "'",
                        "/(" + begin + "(?:.|\\r|\\n)+" + end + ")/",
                        begin + "\\n...\\n" + end,
                        begin + "\nMIIEvQIBADANBgkqhkiG9w0BAQEF\n" + end,
                        // One line of a key of many, as a manual shows it.
                        begin.replace("PRIVATE", "RSA PRIVATE")
                                + "\n"
                                + forge.text(Alphabet.BASE64, 64)
                                + "\n.",
                        "-----BEGIN " + "PUBLIC KEY-----\n" + forge.keyLines("\n", 4))) {
            assertEquals(List.of(), Scans.found(text), text);
        }
    }

    @Test
    void endsBeforeWhatFollows() {
        String key = forge.pem("PRIVATE", "\\n");
        assertWhole(key, "{\"a\":\"" + key + "\\n\",\"client_email\":\"x@y.example\"}");
        String two = key + "\\n" + key;
        assertEquals(List.of("private-key " + key, "private-key " + key), Scans.found(two));
    }
}
