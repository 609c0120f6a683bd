package dev.holdfast.probes.jwt;

import dev.holdfast.core.json.JsonReader;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.testing.Answers;
import dev.holdfast.probes.testing.Asked;
import dev.holdfast.probes.testing.Service;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.RSAPublicKeySpec;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Shows an account to whoever has a token, right in everything but its faults. */
final class ResourceServer implements Service {
    static final String CANARY = "account of probe";

    private final String algorithm;
    private final @Nullable PublicKey open;
    private final byte[] secret;
    private final Set<Fault> faults;
    private final Clock clock;
    private volatile boolean banned;

    ResourceServer(
            String algorithm,
            @Nullable PublicKey open,
            byte[] secret,
            Set<Fault> faults,
            Clock clock) {
        this.algorithm = algorithm;
        this.open = open;
        this.secret = secret.clone();
        this.faults = faults;
        this.clock = clock;
    }

    @Override
    public Response answer(Asked asked) {
        String given = asked.header("Authorization");
        String token = given.startsWith("Bearer ") ? given.substring("Bearer ".length()) : "";
        if (token.isEmpty() && faults.contains(Fault.TOKEN_IN_QUERY)) {
            int at = asked.target().indexOf("access_token=");
            token = at < 0 ? "" : asked.target().substring(at + "access_token=".length());
        }
        if (token.isEmpty()) {
            if (faults.contains(Fault.SETS_401_AND_GOES_ON)) {
                return Answers.of(401, "{\"error\":\"no token\"}");
            }
            return faults.contains(Fault.NO_TOKEN_NEEDED)
                    ? Answers.of(200, CANARY)
                    : Answers.of(401, "{\"error\":\"no token\"}");
        }
        if (banned) {
            return Answers.of(403, "{\"error\":\"forbidden\"}");
        }
        boolean believed = tried(token);
        banned = !believed && faults.contains(Fault.BANS_AFTER_ONE);
        if (believed) {
            return Answers.of(200, "{\"text\":\"" + CANARY + "\"}");
        }
        return Answers.of(
                401,
                faults.contains(Fault.SETS_401_AND_GOES_ON)
                        ? "{\"error\":\"invalid_token\",\"text\":\"" + CANARY + "\"}"
                        : "{\"error\":\"invalid_token\"}");
    }

    private boolean tried(String token) {
        try {
            return believes(token);
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            return false;
        }
    }

    private boolean believes(String token) throws GeneralSecurityException {
        String[] parts = token.split("\\.", -1);
        if (parts.length < 2 || parts.length > 3) {
            return false;
        }
        Optional<Map<String, @Nullable Object>> header = json(parts[0]);
        if (header.isEmpty()) {
            return false;
        }
        byte[] signature =
                parts.length == 3 ? Base64.getUrlDecoder().decode(parts[2]) : new byte[0];
        String signed = parts[0] + "." + parts[1];
        return genuine(header.get(), signed, signature, parts.length == 3)
                && timelyAndForUs(header.get(), parts[1]);
    }

    private boolean genuine(
            Map<String, @Nullable Object> header, String signed, byte[] signature, boolean three)
            throws GeneralSecurityException {
        String named = String.valueOf(header.get("alg"));
        if (faults.contains(Fault.VERIFIES_NOTHING)) {
            return three && signature.length > 0;
        }
        if ((named.equals("none") && faults.contains(Fault.NONE))
                || (named.equals("none")
                        && signature.length == 0
                        && faults.contains(Fault.NONE_IF_UNSIGNED))
                || (named.equalsIgnoreCase("none") && faults.contains(Fault.NONE_IN_ANY_CASE))) {
            return true;
        }
        if (!header.containsKey("alg") && faults.contains(Fault.NO_ALGORITHM)) {
            return true;
        }
        if (signature.length == 0) {
            return faults.contains(Fault.EMPTY_SIGNATURE) && named.equals(algorithm);
        }
        boolean unknown = header.containsKey("kid");
        if ((header.containsKey("jku") || header.containsKey("x5u"))
                && (faults.contains(Fault.FOLLOWS_ADDRESSES)
                        || (unknown && faults.contains(Fault.FOLLOWS_ADDRESSES_IF_UNKNOWN)))) {
            fetch(String.valueOf(header.getOrDefault("jku", header.get("x5u"))));
            return false;
        }
        byte[] text = signed.getBytes(StandardCharsets.US_ASCII);
        if (faults.contains(Fault.KEY_FILES)
                && header.get("kid") instanceof String file
                && (file.isEmpty() || file.contains("/"))) {
            return same(signature, mac(new byte[1], text));
        }
        if (faults.contains(Fault.OWN_CERTIFICATE) && header.get("x5c") instanceof List<?> chain) {
            return verified(certified(chain), "SHA256withRSA", text, signature);
        }
        if ((faults.contains(Fault.EMBEDDED_KEY)
                        || (unknown && faults.contains(Fault.EMBEDDED_KEY_IF_UNKNOWN)))
                && header.get("jwk") instanceof Map<?, ?> jwk) {
            return verified(rsa(jwk), "SHA256withRSA", text, signature);
        }
        if (faults.contains(Fault.LONGER_HASHES_TAKE_PUBLIC_KEY)
                && (named.equals("HS384") || named.equals("HS512"))) {
            return same(signature, mac("HmacSHA" + named.substring(2), pem(), text));
        }
        if (named.startsWith("HS") && !algorithm.startsWith("HS")) {
            return (faults.contains(Fault.KEY_CONFUSION) && same(signature, mac(pem(), text)))
                    || (faults.contains(Fault.BLANK_KEY)
                            && same(signature, mac(new byte[1], text)));
        }
        return named.equals(algorithm) && right(text, signature);
    }

    private boolean right(byte[] text, byte[] signature) throws GeneralSecurityException {
        if (algorithm.startsWith("HS")) {
            byte[] wanted = mac(secret, text);
            return same(signature, wanted)
                    || (faults.contains(Fault.BLANK_KEY) && same(signature, mac(new byte[1], text)))
                    || (faults.contains(Fault.TAKES_TRUNCATED)
                            && signature.length >= 8
                            && new String(wanted, StandardCharsets.ISO_8859_1)
                                    .startsWith(
                                            new String(signature, StandardCharsets.ISO_8859_1)));
        }
        if (algorithm.startsWith("ES")) {
            if (faults.contains(Fault.PSYCHIC) && zeros(signature)) {
                return true;
            }
            if (faults.contains(Fault.ANY_CURVE) && signature.length == 96) {
                return true;
            }
            return signature.length == 64
                    && verified(open, "SHA256withECDSAinP1363Format", text, signature);
        }
        return verified(
                open, algorithm.equals("EdDSA") ? "Ed25519" : "SHA256withRSA", text, signature);
    }

    private static boolean zeros(byte[] signature) {
        for (byte each : signature) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean timelyAndForUs(Map<String, @Nullable Object> header, String part) {
        if (header.containsKey("crit") && !faults.contains(Fault.IGNORES_CRITICAL)) {
            return false;
        }
        if (!"JWT".equals(header.get("typ")) && !faults.contains(Fault.NO_TYPE_CHECK)) {
            return false;
        }
        Optional<Map<String, @Nullable Object>> claims = json(part);
        if (claims.isEmpty()) {
            // A name stands twice. A lax parser takes the first, and that is a good one here.
            return faults.contains(Fault.FIRST_CLAIM_WINS);
        }
        Object issuer = claims.get().get("iss");
        Object audience = claims.get().get("aud");
        return inTime(claims.get())
                && (Fixtures.ISSUER.equals(issuer)
                        || (faults.contains(Fault.ISSUER_BEGINS_LIKE)
                                && String.valueOf(issuer).startsWith(Fixtures.ISSUER))
                        || faults.contains(Fault.NO_ISSUER_CHECK)
                        || (issuer == null && faults.contains(Fault.ISSUER_IF_PRESENT)))
                && (Fixtures.AUDIENCE.equals(audience)
                        || (faults.contains(Fault.AUDIENCE_HOLDS)
                                && String.valueOf(audience).contains(Fixtures.AUDIENCE))
                        || faults.contains(Fault.NO_AUDIENCE_CHECK)
                        || (audience == null && faults.contains(Fault.AUDIENCE_IF_PRESENT)));
    }

    private boolean inTime(Map<String, @Nullable Object> claims) {
        long now = clock.instant().getEpochSecond();
        boolean begun =
                !(claims.get("nbf") instanceof Long start)
                        || start <= now + 60
                        || faults.contains(Fault.NO_NOT_BEFORE_CHECK);
        long grace = faults.contains(Fault.LENIENT_FOR_AN_HOUR) ? 3_540 : 60;
        boolean open =
                faults.contains(Fault.NO_EXPIRY_CHECK)
                        || switch (claims.get("exp")) {
                            case Long end -> end > now - grace;
                            case null -> faults.contains(Fault.EXPIRY_IF_PRESENT);
                            default -> faults.contains(Fault.SKIPS_EXPIRY_THAT_IS_NO_NUMBER);
                        };
        return begun && open;
    }

    private static Optional<Map<String, @Nullable Object>> json(String part) {
        return JsonReader.object(
                new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }

    private static boolean verified(
            @Nullable PublicKey key, String algorithm, byte[] text, byte[] given)
            throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initVerify(key);
        signature.update(text);
        return signature.verify(given);
    }

    private static PublicKey rsa(Map<?, ?> jwk) throws GeneralSecurityException {
        List<BigInteger> numbers = new ArrayList<>();
        for (String name : List.of("n", "e")) {
            numbers.add(
                    new BigInteger(
                            1, Base64.getUrlDecoder().decode(String.valueOf(jwk.get(name)))));
        }
        return KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(numbers.getFirst(), numbers.getLast()));
    }

    private byte[] pem() {
        String body =
                Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(open == null ? new byte[0] : open.getEncoded());
        return ("-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static PublicKey certified(List<?> chain) throws GeneralSecurityException {
        byte[] der = Base64.getDecoder().decode(String.valueOf(chain.getFirst()));
        X509Certificate certificate =
                (X509Certificate)
                        CertificateFactory.getInstance("X.509")
                                .generateCertificate(new ByteArrayInputStream(der));
        certificate.verify(certificate.getPublicKey());
        return certificate.getPublicKey();
    }

    private static byte[] mac(byte[] key, byte[] text) throws GeneralSecurityException {
        return mac("HmacSHA256", key, text);
    }

    private static byte[] mac(String name, byte[] key, byte[] text)
            throws GeneralSecurityException {
        Mac mac = Mac.getInstance(name);
        mac.init(new SecretKeySpec(key, name));
        return mac.doFinal(text);
    }

    private static boolean same(byte[] left, byte[] right) {
        return MessageDigest.isEqual(left, right);
    }

    /** As a service does that trusts the address; what it gets is none of its keys. */
    private static void fetch(String address) {
        try (InputStream in = URI.create(address).toURL().openStream()) {
            in.readAllBytes();
        } catch (IOException nobody) {
            // Nobody is there.
        }
    }
}
