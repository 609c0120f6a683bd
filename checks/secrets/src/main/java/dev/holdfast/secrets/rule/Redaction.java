package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What may be shown of a secret: the literal that says what kind it is, and its length; nothing of
 * the part that is random.
 */
public final class Redaction {
    private static final List<String> SHOWN =
            List.of(
                    "sk_live_",
                    "sk_test_",
                    "rk_live_",
                    "rk_test_",
                    "pk_live_",
                    "pk_test_",
                    "whsec_",
                    "sb_secret_",
                    "sb_publishable_",
                    "github_pat_",
                    "ghp_",
                    "gho_",
                    "ghu_",
                    "ghr_",
                    "ghs_",
                    "npm_",
                    "AKIA",
                    "ASIA",
                    "AIza",
                    "eyJ",
                    "xoxb-",
                    "xoxp-",
                    "SG.",
                    "sk-proj-",
                    "sk-ant-",
                    "glpat-",
                    "-----BEGIN ");

    private Redaction() {}

    /** The value in short: {@code sk_live_… (107 characters)}. */
    public static String of(byte[] bytes, int start, int end) {
        return prefix(bytes, start, end) + "… (" + (end - start) + " characters)";
    }

    /** The literal start of the value that may be shown; often empty. */
    public static String prefix(byte[] bytes, int start, int end) {
        for (String each : SHOWN) {
            if (startsWith(bytes, start, end, each)) {
                return each;
            }
        }
        int scheme = start;
        while (scheme < end
                && scheme - start < 16
                && (Bytes.LOWER.has(bytes[scheme]) || bytes[scheme] == '+')) {
            scheme++;
        }
        return startsWith(bytes, scheme, end, "://")
                ? new String(bytes, start, scheme - start, StandardCharsets.US_ASCII) + "://"
                : "";
    }

    private static boolean startsWith(byte[] bytes, int start, int end, String text) {
        if (end - start <= text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[start + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
