package dev.holdfast.probes.verdict;

import dev.holdfast.core.result.Evidence;
import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Result;
import dev.holdfast.probes.target.RouteClass;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A finding at its place.
 *
 * @param method with which was asked
 * @param path what was asked for, without a secret
 * @param route the path of the policy's route that it belongs to
 */
public record Observation(
        Finding finding, String method, String path, String route, RouteClass routeClass) {
    private static final int HASH_DIGITS = 32;

    /** What the result is about: {@code GET /login}. */
    public String subject() {
        return method + " " + path;
    }

    /**
     * As the result of a check.
     *
     * @param clean takes every secret out of a text
     */
    public Result result(Evidence evidence, UnaryOperator<String> clean) {
        Map<String, Object> properties = new TreeMap<>();
        finding.properties().forEach((name, value) -> properties.put(name, cleaned(value, clean)));
        properties.put("route", clean.apply(route));
        properties.put("class", routeClass.word());
        return new Result(
                finding.rule().id(),
                finding.outcome(),
                finding.severity(),
                evidence,
                List.of(),
                clean.apply(subject()),
                clean.apply(finding.message()),
                finding.rule().fix(),
                new Identity(finding.rule().id(), clean.apply(subject()), hash(finding.key()), 1),
                null,
                properties);
    }

    private static Object cleaned(Object value, UnaryOperator<String> clean) {
        return switch (value) {
            case String text -> clean.apply(text);
            case List<?> list -> list.stream().map(each -> cleaned(each, clean)).toList();
            case Map<?, ?> map -> {
                Map<String, Object> copy = new TreeMap<>();
                map.forEach((name, each) ->
                        copy.put(clean.apply(String.valueOf(name)), cleaned(each, clean)));
                yield copy;
            }
            default -> value;
        };
    }

    private static String hash(String key) {
        if (key.isEmpty()) {
            return "";
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
