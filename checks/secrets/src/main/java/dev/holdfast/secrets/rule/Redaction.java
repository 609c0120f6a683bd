package dev.holdfast.secrets.rule;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What may be shown of a secret: the literal that says what kind it is, and its length; nothing of
 * the part that is random.
 */
public final class Redaction {
    // So much must follow a literal: a short password may begin like a token by chance.
    private static final int FEWEST_BEHIND = 16;
    // Longer ones before those that they begin with.
    private static final List<String> LITERALS =
            Stream.concat(
                            RuleSet.firstClass().literals().stream(),
                            Stream.of("eyJ", "AKIA", "ASIA", "ABIA", "ACCA", "-----BEGIN "))
                    .distinct()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList();
    private static final List<String> SCHEMES =
            Stream.concat(
                            Scheme.DATABASES.stream(),
                            Stream.of(
                                    "mongodb+srv",
                                    "https",
                                    "http",
                                    "smtps",
                                    "smtp",
                                    "sftp",
                                    "ftp",
                                    "wss",
                                    "ws",
                                    "nats",
                                    "ldaps",
                                    "ldap"))
                    .map(scheme -> scheme + "://")
                    .toList();

    private Redaction() {}

    /** The value in short: {@code sk_live_… (107 characters)}. */
    public static String of(byte[] bytes, int start, int end) {
        return prefix(bytes, start, end) + "… (" + characters(bytes, start, end) + " characters)";
    }

    /** The literal start of the value that may be shown; often empty. */
    public static String prefix(byte[] bytes, int start, int end) {
        for (String each : LITERALS) {
            if (end - start >= each.length() + FEWEST_BEHIND
                    && Literal.at(bytes, end, start, each)) {
                return each;
            }
        }
        for (String each : SCHEMES) {
            if (end - start > each.length() && Literal.at(bytes, end, start, each)) {
                return each;
            }
        }
        return "";
    }

    private static int characters(byte[] bytes, int start, int end) {
        String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        return text.codePointCount(0, text.length());
    }
}
