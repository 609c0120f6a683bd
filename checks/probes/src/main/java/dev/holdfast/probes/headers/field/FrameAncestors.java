package dev.holdfast.probes.headers.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The frame-ancestors of a list of enforced policies, as far as X-Frame-Options needs it (CSP3,
 * section 6.4.2): a policy that has the directive makes browsers ignore X-Frame-Options.
 *
 * @param sources of the policy that lets the fewest in
 * @param open whether it lets everybody in
 */
public record FrameAncestors(List<String> sources, boolean open) {
    private static final Set<String> EVERYBODY =
            Set.of(
                    "*",
                    "http:",
                    "https:",
                    "http://*",
                    "https://*",
                    "*:*",
                    "http://*:*",
                    "https://*:*",
                    "*:443",
                    "https://*:443",
                    "http://*:80");

    public FrameAncestors {
        sources = List.copyOf(sources);
    }

    /** What the policies say, or nothing when none has the directive. */
    public static Optional<FrameAncestors> of(List<String> policies) {
        List<FrameAncestors> found = new ArrayList<>();
        for (String line : policies) {
            for (String policy : line.split(",", -1)) {
                directive(policy).ifPresent(found::add);
            }
        }
        return found.stream()
                .filter(each -> !each.open())
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    private static Optional<FrameAncestors> directive(String policy) {
        for (String part : policy.split(";", -1)) {
            // A directive with a byte outside of ASCII is dropped as a whole.
            if (part.chars().anyMatch(letter -> letter > 0x7F)) {
                continue;
            }
            List<String> words =
                    Arrays.stream(part.split("[ \t\n\f\r]", -1))
                            .filter(word -> !word.isEmpty())
                            .toList();
            if (!words.isEmpty() && words.getFirst().equalsIgnoreCase("frame-ancestors")) {
                List<String> sources = words.subList(1, words.size());
                return Optional.of(
                        new FrameAncestors(
                                sources,
                                sources.stream()
                                        .anyMatch(each ->
                                                EVERYBODY.contains(
                                                        each.toLowerCase(Locale.ROOT)))));
            }
        }
        return Optional.empty();
    }
}
