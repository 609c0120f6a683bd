package dev.holdfast.secrets.rule;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

/**
 * Makes tokens that nobody has issued, at run time: no file of the repository may hold a text that
 * a provider's own scanner would take for a key.
 */
public final class TokenForge {
    private final Random random;

    public TokenForge(long seed) {
        this.random = new Random(seed);
    }

    /** Random text. */
    public String text(Alphabet alphabet, int length) {
        String characters = alphabet.characters();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }

    public int number(int below) {
        return random.nextInt(below);
    }

    /** A token of random length, its check digits right. */
    public String token(Spec spec) {
        return token(spec, false, false);
    }

    String shortest(Spec spec) {
        return token(spec, true, false);
    }

    String longest(Spec spec) {
        return token(spec, false, true);
    }

    private String token(Spec spec, boolean least, boolean most) {
        StringBuilder token = new StringBuilder(spec.prefix());
        for (Spec.Part part : spec.parts()) {
            int range = part.most() - part.least() + 1;
            int length = least ? part.least() : most ? part.most() : part.least() + number(range);
            token.append(part.literal()).append(body(part.alphabet(), length));
        }
        String made = spec.check().apply(spec.prefix(), token.toString());
        return spec.accepts(made) ? made : token(spec, least, most);
    }

    /** A token may hold a hyphen or a full stop, and does not end with one. */
    private String body(Alphabet alphabet, int length) {
        if (length == 0 || alphabet.has('+') || !alphabet.has('-')) {
            return text(alphabet, length);
        }
        return text(alphabet, length - 1) + text(Alphabet.BASE62, 1);
    }

    /** A JSON Web Token of that header and payload, signed with noise. */
    public String jwt(String header, String payload) {
        return base64url(header) + "." + base64url(payload) + "." + text(Alphabet.BASE64URL, 43);
    }

    public String jwt(String payload) {
        return jwt("{\"alg\":\"HS256\",\"typ\":\"JWT\"}", payload);
    }

    public static String base64url(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The lines of a key: base64 in lines of 64 characters. */
    public String keyLines(String lineEnd, int lines) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            key.append(text(Alphabet.BASE64, i == lines - 1 ? 40 : 64)).append(lineEnd);
        }
        return key.toString();
    }

    /** A private key in PEM. */
    public String pem(String label, String lineEnd) {
        String name = label + " KEY-----";
        return "-----BEGIN " + name + lineEnd + keyLines(lineEnd, 5) + "-----END " + name;
    }
}
