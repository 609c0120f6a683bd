package dev.holdfast.probes.jwt;

import dev.holdfast.probes.verdict.Finding;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Judges an HMAC secret by itself, without asking anybody. */
final class WeakSecret {
    private static final double LEAST_BITS = 112;

    private WeakSecret() {}

    /** What is to be said of the secret; its length is told and nothing else of it. */
    static Finding of(String secret, String variable, Algorithm algorithm) {
        int bytes = secret.getBytes(StandardCharsets.UTF_8).length;
        int least = algorithm.bits() / Byte.SIZE;
        String words = "the secret in " + variable + " has " + bytes + " bytes";
        if (bytes < least) {
            return Finding.fail(
                    JwtRuleSet.WEAK,
                    words + "; " + algorithm.name() + " needs " + least + " or more");
        }
        if (bits(secret) < LEAST_BITS || repeats(secret)) {
            return Finding.fail(
                    JwtRuleSet.WEAK, words + " but few different characters, or repeats itself");
        }
        return Finding.pass(JwtRuleSet.WEAK, words);
    }

    /** How much chance it holds at most, by how often each character stands there. */
    private static double bits(String secret) {
        Map<Integer, Integer> counts = new HashMap<>();
        secret.codePoints().forEach(point -> counts.merge(point, 1, Integer::sum));
        double length = secret.codePointCount(0, secret.length());
        double bits = 0;
        for (int count : counts.values()) {
            bits -= count * Math.log(count / length) / Math.log(2);
        }
        return bits;
    }

    private static boolean repeats(String secret) {
        return (secret + secret).indexOf(secret, 1) < secret.length();
    }
}
